using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Workflows.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Designer : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "name",
                table: "instances",
                type: "character varying(256)",
                maxLength: 256,
                nullable: true,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "character varying(256)",
                oldMaxLength: 256,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "correlation_id",
                table: "instances",
                type: "character varying(256)",
                maxLength: 256,
                nullable: true,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "character varying(256)",
                oldMaxLength: 256,
                oldNullable: true);

            migrationBuilder.AddColumn<string>(
                name: "description",
                table: "definition_versions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "saved_by",
                table: "definition_versions",
                type: "character varying(256)",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<short>(
                name: "role",
                table: "api_keys",
                type: "smallint",
                nullable: false,
                defaultValue: (short)5);

            migrationBuilder.CreateTable(
                name: "keyring",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_keyring", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "users",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    normalized_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    role = table.Column<short>(type: "smallint", nullable: false),
                    password_hash = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    stamp = table.Column<Guid>(type: "uuid", nullable: false),
                    failed_sign_ins = table.Column<int>(type: "integer", nullable: false),
                    locked_until = table.Column<long>(type: "bigint", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_users", x => x.id);
                    table.CheckConstraint("ck_users_role", "role BETWEEN 1 AND 5");
                });

            migrationBuilder.CreateIndex(
                name: "ix_instances_correlation",
                table: "instances",
                columns: new[] { "tenant", "correlation_id" },
                filter: "correlation_id IS NOT NULL");

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

            migrationBuilder.CreateIndex(
                name: "ix_definition_versions_current",
                table: "definition_versions",
                columns: new[] { "tenant", "name" },
                filter: "is_latest OR is_published");

            migrationBuilder.AddCheckConstraint(
                name: "ck_api_keys_role",
                table: "api_keys",
                sql: "role BETWEEN 1 AND 5");

            migrationBuilder.CreateIndex(
                name: "ux_users_name",
                table: "users",
                columns: new[] { "tenant", "normalized_name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "keyring");

            migrationBuilder.DropTable(
                name: "users");

            migrationBuilder.DropIndex(
                name: "ix_instances_correlation",
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
                name: "ix_definition_versions_current",
                table: "definition_versions");

            migrationBuilder.DropCheckConstraint(
                name: "ck_api_keys_role",
                table: "api_keys");

            migrationBuilder.DropColumn(
                name: "description",
                table: "definition_versions");

            migrationBuilder.DropColumn(
                name: "saved_by",
                table: "definition_versions");

            migrationBuilder.DropColumn(
                name: "role",
                table: "api_keys");

            migrationBuilder.AlterColumn<string>(
                name: "name",
                table: "instances",
                type: "character varying(256)",
                maxLength: 256,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(256)",
                oldMaxLength: 256,
                oldNullable: true,
                oldCollation: "C");

            migrationBuilder.AlterColumn<string>(
                name: "correlation_id",
                table: "instances",
                type: "character varying(256)",
                maxLength: 256,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(256)",
                oldMaxLength: 256,
                oldNullable: true,
                oldCollation: "C");
        }
    }
}
