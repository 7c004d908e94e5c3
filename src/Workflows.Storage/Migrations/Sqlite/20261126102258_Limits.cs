using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Limits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "limit_counters",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    scope = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false),
                    marks = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_limit_counters", x => new { x.tenant, x.code, x.scope });
                });

            migrationBuilder.CreateTable(
                name: "limit_hits",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "INTEGER", nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    deferred = table.Column<long>(type: "INTEGER", nullable: false),
                    dropped = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_limit_hits", x => new { x.tenant, x.day, x.code });
                });

            migrationBuilder.CreateTable(
                name: "limit_reservations",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "INTEGER", nullable: false),
                    message_key = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false),
                    holds = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_limit_reservations", x => new { x.tenant, x.message_key });
                });

            migrationBuilder.CreateIndex(
                name: "ix_limit_counters_expires",
                table: "limit_counters",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_limit_reservations_expires",
                table: "limit_reservations",
                column: "expires_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "limit_counters");

            migrationBuilder.DropTable(
                name: "limit_hits");

            migrationBuilder.DropTable(
                name: "limit_reservations");
        }
    }
}
