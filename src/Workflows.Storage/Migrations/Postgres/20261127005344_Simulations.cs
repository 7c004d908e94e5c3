using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Postgres
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
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    journey = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    step = table.Column<short>(type: "smallint", nullable: false),
                    content = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    cases = table.Column<int>(type: "integer", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true)
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
