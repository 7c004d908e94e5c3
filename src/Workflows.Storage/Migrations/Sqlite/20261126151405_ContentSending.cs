using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ContentSending : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "content_ref",
                table: "messages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "tracked_links",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    message_key = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false),
                    target = table.Column<string>(type: "TEXT", nullable: false),
                    days = table.Column<int>(type: "INTEGER", nullable: true),
                    dropped_at = table.Column<long>(type: "INTEGER", nullable: false),
                    clicks = table.Column<int>(type: "INTEGER", nullable: false),
                    first_clicked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_clicked_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tracked_links", x => new { x.tenant, x.code });
                    table.CheckConstraint("ck_tracked_links_clicks", "clicks >= 0");
                });

            migrationBuilder.CreateIndex(
                name: "ix_messages_content",
                table: "messages",
                columns: new[] { "tenant", "content_ref" },
                filter: "content_ref IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tracked_links_message",
                table: "tracked_links",
                columns: new[] { "tenant", "message_key" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "tracked_links");

            migrationBuilder.DropIndex(
                name: "ix_messages_content",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "content_ref",
                table: "messages");
        }
    }
}
