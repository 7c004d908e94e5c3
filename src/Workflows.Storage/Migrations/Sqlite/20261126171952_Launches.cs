using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Launches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "opens_at",
                table: "tracked_links",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "launch_reviews",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "INTEGER", nullable: false),
                    journey = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    first_day = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    report = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_launch_reviews", x => new { x.tenant, x.journey, x.first_day });
                });

            migrationBuilder.CreateIndex(
                name: "ix_orders_paid",
                table: "orders",
                columns: new[] { "tenant", "paid_at" },
                filter: "counts");

            migrationBuilder.CreateIndex(
                name: "ix_messages_posts",
                table: "messages",
                columns: new[] { "tenant", "journey", "created_at" },
                filter: "address IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_contact_events_moments",
                table: "contact_events",
                columns: new[] { "tenant", "at" },
                filter: "type IN ('wecom.moment_liked', 'wecom.moment_commented')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "launch_reviews");

            migrationBuilder.DropIndex(
                name: "ix_orders_paid",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "ix_messages_posts",
                table: "messages");

            migrationBuilder.DropIndex(
                name: "ix_contact_events_moments",
                table: "contact_events");

            migrationBuilder.DropColumn(
                name: "opens_at",
                table: "tracked_links");
        }
    }
}
