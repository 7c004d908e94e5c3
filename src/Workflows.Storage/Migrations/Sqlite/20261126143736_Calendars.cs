using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Calendars : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "occasions",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "INTEGER", nullable: false),
                    definition_id = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    activity_id = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    fired_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    guests = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_occasions", x => new { x.tenant, x.definition_id, x.activity_id, x.key });
                    table.CheckConstraint("ck_occasions_guests", "guests >= 0");
                    table.CheckConstraint("ck_occasions_state", "state BETWEEN 1 AND 3");
                });

            migrationBuilder.CreateIndex(
                name: "ix_occasions_due",
                table: "occasions",
                columns: new[] { "tenant", "due_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "occasions");
        }
    }
}
