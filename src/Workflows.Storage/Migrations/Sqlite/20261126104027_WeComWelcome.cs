using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WeComWelcome : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "customer",
                table: "wecom_callbacks",
                type: "TEXT",
                maxLength: 128,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "staff",
                table: "wecom_callbacks",
                type: "TEXT",
                maxLength: 128,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "welcome_code",
                table: "wecom_callbacks",
                type: "TEXT",
                maxLength: 256,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "wecom_welcome_plans",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    published_at = table.Column<long>(type: "INTEGER", nullable: false),
                    document = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wecom_welcome_plans", x => new { x.tenant, x.version });
                });

            migrationBuilder.CreateIndex(
                name: "ix_wecom_callbacks_welcome",
                table: "wecom_callbacks",
                columns: new[] { "tenant", "customer", "id" },
                filter: "welcome_code IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "wecom_welcome_plans");

            migrationBuilder.DropIndex(
                name: "ix_wecom_callbacks_welcome",
                table: "wecom_callbacks");

            migrationBuilder.DropColumn(
                name: "customer",
                table: "wecom_callbacks");

            migrationBuilder.DropColumn(
                name: "staff",
                table: "wecom_callbacks");

            migrationBuilder.DropColumn(
                name: "welcome_code",
                table: "wecom_callbacks");
        }
    }
}
