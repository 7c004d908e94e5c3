using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Simulations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "simulation_entries",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "INTEGER", nullable: false),
                    journey = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    step = table.Column<short>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    cases = table.Column<int>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_simulation_entries", x => new { x.tenant, x.journey, x.number });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "simulation_entries");
        }
    }
}
