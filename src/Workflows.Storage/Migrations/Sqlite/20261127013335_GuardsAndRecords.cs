using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class GuardsAndRecords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "audience",
                table: "tracked_links",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "spoken_at",
                table: "customer_groups",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "decision_lines",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "INTEGER", nullable: false),
                    book = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    act = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    value = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    sponsor = table.Column<string>(type: "TEXT", nullable: true),
                    figures = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decision_lines", x => new { x.tenant, x.book, x.number });
                });

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

            migrationBuilder.CreateIndex(
                name: "ix_contact_events_said",
                table: "contact_events",
                columns: new[] { "tenant", "at" },
                filter: "type = 'message.sent'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "decision_lines");

            migrationBuilder.DropTable(
                name: "simulation_entries");

            migrationBuilder.DropIndex(
                name: "ix_relations_lost",
                table: "relations");

            migrationBuilder.DropIndex(
                name: "ix_contact_history_export",
                table: "contact_history");

            migrationBuilder.DropIndex(
                name: "ix_contact_events_said",
                table: "contact_events");

            migrationBuilder.DropColumn(
                name: "audience",
                table: "tracked_links");

            migrationBuilder.DropColumn(
                name: "spoken_at",
                table: "customer_groups");
        }
    }
}
