using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ContactRecords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "opt_outs",
                table: "contacts",
                newName: "consents");

            migrationBuilder.AddColumn<string>(
                name: "traits",
                table: "contacts",
                type: "text",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.CreateTable(
                name: "consents",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    event_source = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    event_id = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: true),
                    purpose = table.Column<string>(type: "text", nullable: true),
                    is_granted = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false),
                    source = table.Column<string>(type: "text", nullable: true),
                    text_version = table.Column<string>(type: "text", nullable: true),
                    staff_id = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consents", x => new { x.tenant, x.event_source, x.event_id });
                });

            migrationBuilder.CreateTable(
                name: "contact_history",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    before = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    after = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contact_history", x => new { x.tenant, x.key });
                });

            migrationBuilder.CreateTable(
                name: "relations",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    lost_by = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    key = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_relations", x => new { x.tenant, x.contact_id, x.staff_id });
                    table.CheckConstraint("ck_relations_lost", "(lost_by IS NOT NULL) = (state = 3)");
                });

            migrationBuilder.CreateIndex(
                name: "ix_consents_contact",
                table: "consents",
                columns: new[] { "contact_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_contact_history_contact",
                table: "contact_history",
                columns: new[] { "contact_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_relations_staff",
                table: "relations",
                columns: new[] { "tenant", "staff_id", "contact_id" },
                filter: "state <> 3");

            migrationBuilder.CreateIndex(
                name: "ux_relations_key",
                table: "relations",
                columns: new[] { "tenant", "key" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "consents");

            migrationBuilder.DropTable(
                name: "contact_history");

            migrationBuilder.DropTable(
                name: "relations");

            migrationBuilder.DropColumn(
                name: "traits",
                table: "contacts");

            migrationBuilder.RenameColumn(
                name: "consents",
                table: "contacts",
                newName: "opt_outs");
        }
    }
}
