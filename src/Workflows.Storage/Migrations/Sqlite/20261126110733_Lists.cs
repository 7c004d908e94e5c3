using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Lists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_instances_definition",
                table: "instances");

            migrationBuilder.DropIndex(
                name: "ix_instances_finished",
                table: "instances");

            migrationBuilder.DropIndex(
                name: "ix_instances_incidents",
                table: "instances");

            migrationBuilder.DropIndex(
                name: "ix_instances_name",
                table: "instances");

            migrationBuilder.DropIndex(
                name: "ix_instances_sub_status",
                table: "instances");

            migrationBuilder.AddColumn<bool>(
                name: "usable_as_activity",
                table: "definition_versions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "definition_uses",
                columns: table => new
                {
                    definition_key = table.Column<int>(type: "INTEGER", nullable: false),
                    used_id = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_definition_uses", x => new { x.definition_key, x.used_id });
                    table.ForeignKey(
                        name: "FK_definition_uses_definition_versions_definition_key",
                        column: x => x.definition_key,
                        principalTable: "definition_versions",
                        principalColumn: "key",
                        onDelete: ReferentialAction.Cascade);
                });

            // What the documents that are here already say.
            migrationBuilder.Sql(
                """
                UPDATE definition_versions SET usable_as_activity = 1
                WHERE json LIKE '%"usableAsActivity":true%' OR json LIKE '%"usableAsActivity": true%';

                INSERT INTO definition_uses (definition_key, used_id)
                SELECT DISTINCT key, used FROM (
                    SELECT version.key AS key,
                        CASE member.type WHEN 'object' THEN json_extract(member.value, '$.expression.value') ELSE member.value END AS used
                    FROM definition_versions version,
                        json_tree(CASE WHEN json_valid(version.json) THEN version.json ELSE '{}' END) member
                    WHERE lower(member.key) = 'workflowdefinitionid'
                ) WHERE typeof(used) = 'text' AND length(used) BETWEEN 1 AND 256;
                """
            );

            migrationBuilder.CreateIndex(
                name: "ix_journal_at",
                table: "journal",
                columns: new[] { "tenant", "at", "instance_id", "revision" });

            migrationBuilder.CreateIndex(
                name: "ix_instances_created",
                table: "instances",
                columns: new[] { "tenant", "created_at", "id", "definition_key", "sub_status", "incident_count" });

            migrationBuilder.CreateIndex(
                name: "ix_instances_definition",
                table: "instances",
                columns: new[] { "definition_key", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_instances_finished",
                table: "instances",
                columns: new[] { "tenant", "finished_at", "id" },
                filter: "finished_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_instances_incidents",
                table: "instances",
                columns: new[] { "tenant", "created_at", "id" },
                filter: "incident_count > 0");

            migrationBuilder.CreateIndex(
                name: "ix_instances_name",
                table: "instances",
                columns: new[] { "tenant", "name", "id" },
                filter: "name IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_instances_sub_status",
                table: "instances",
                columns: new[] { "tenant", "sub_status", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_definition_versions_created",
                table: "definition_versions",
                columns: new[] { "tenant", "created_at", "definition_id", "version" });

            migrationBuilder.CreateIndex(
                name: "ix_definition_versions_name",
                table: "definition_versions",
                columns: new[] { "tenant", "name", "definition_id", "version" });

            migrationBuilder.CreateIndex(
                name: "ix_definition_versions_usable",
                table: "definition_versions",
                columns: new[] { "tenant", "definition_id" },
                filter: "is_published AND usable_as_activity");

            migrationBuilder.CreateIndex(
                name: "ix_definition_versions_version",
                table: "definition_versions",
                columns: new[] { "tenant", "version", "definition_id" });

            migrationBuilder.CreateIndex(
                name: "ix_definition_uses_used",
                table: "definition_uses",
                column: "used_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "definition_uses");

            migrationBuilder.DropIndex(
                name: "ix_journal_at",
                table: "journal");

            migrationBuilder.DropIndex(
                name: "ix_instances_created",
                table: "instances");

            migrationBuilder.DropIndex(
                name: "ix_instances_definition",
                table: "instances");

            migrationBuilder.DropIndex(
                name: "ix_instances_finished",
                table: "instances");

            migrationBuilder.DropIndex(
                name: "ix_instances_incidents",
                table: "instances");

            migrationBuilder.DropIndex(
                name: "ix_instances_name",
                table: "instances");

            migrationBuilder.DropIndex(
                name: "ix_instances_sub_status",
                table: "instances");

            migrationBuilder.DropIndex(
                name: "ix_definition_versions_created",
                table: "definition_versions");

            migrationBuilder.DropIndex(
                name: "ix_definition_versions_name",
                table: "definition_versions");

            migrationBuilder.DropIndex(
                name: "ix_definition_versions_usable",
                table: "definition_versions");

            migrationBuilder.DropIndex(
                name: "ix_definition_versions_version",
                table: "definition_versions");

            migrationBuilder.DropColumn(
                name: "usable_as_activity",
                table: "definition_versions");

            migrationBuilder.CreateIndex(
                name: "ix_instances_definition",
                table: "instances",
                columns: new[] { "definition_key", "status", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_instances_finished",
                table: "instances",
                columns: new[] { "tenant", "finished_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_instances_incidents",
                table: "instances",
                columns: new[] { "tenant", "id" },
                filter: "incident_count > 0");

            migrationBuilder.CreateIndex(
                name: "ix_instances_name",
                table: "instances",
                columns: new[] { "tenant", "name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_instances_sub_status",
                table: "instances",
                columns: new[] { "tenant", "sub_status", "id" });
        }
    }
}
