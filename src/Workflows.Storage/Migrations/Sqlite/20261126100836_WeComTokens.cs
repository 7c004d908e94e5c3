using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WeComTokens : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "wecom_call_quotas",
                columns: table => new
                {
                    account = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    api = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    start = table.Column<long>(type: "INTEGER", nullable: false),
                    used = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wecom_call_quotas", x => new { x.account, x.api, x.minutes });
                });

            migrationBuilder.CreateTable(
                name: "wecom_tokens",
                columns: table => new
                {
                    account = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    token = table.Column<string>(type: "TEXT", maxLength: 1024, nullable: true),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: true),
                    lock_owner = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    lock_until = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wecom_tokens", x => x.account);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "wecom_call_quotas");

            migrationBuilder.DropTable(
                name: "wecom_tokens");
        }
    }
}
