using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Merges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "contact_merges",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    shared_kind = table.Column<short>(type: "smallint", nullable: false),
                    opened_at = table.Column<long>(type: "bigint", nullable: false),
                    decided_at = table.Column<long>(type: "bigint", nullable: true),
                    decided_by = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    was_apart = table.Column<bool>(type: "boolean", nullable: false),
                    record = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contact_merges", x => new { x.tenant, x.first_id, x.second_id });
                    table.CheckConstraint("ck_contact_merges_record", "(record IS NOT NULL) = (state = 4)");
                });

            migrationBuilder.CreateIndex(
                name: "ix_contact_merges_second",
                table: "contact_merges",
                column: "second_id");

            migrationBuilder.CreateIndex(
                name: "ix_contact_merges_state",
                table: "contact_merges",
                columns: new[] { "tenant", "state", "opened_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contact_merges");
        }
    }
}
