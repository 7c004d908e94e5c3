using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class StaffActs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_relations_lost",
                table: "relations",
                columns: new[] { "tenant", "at" },
                filter: "state = 3");

            migrationBuilder.CreateIndex(
                name: "ix_contact_history_export",
                table: "contact_history",
                columns: new[] { "tenant", "at" },
                filter: "kind = 11");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_relations_lost",
                table: "relations");

            migrationBuilder.DropIndex(
                name: "ix_contact_history_export",
                table: "contact_history");
        }
    }
}
