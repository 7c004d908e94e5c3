using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WeComFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "wecom_group_days",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    new_groups = table.Column<int>(type: "INTEGER", nullable: false),
                    groups = table.Column<int>(type: "INTEGER", nullable: false),
                    groups_with_messages = table.Column<int>(type: "INTEGER", nullable: false),
                    new_members = table.Column<int>(type: "INTEGER", nullable: false),
                    members = table.Column<int>(type: "INTEGER", nullable: false),
                    members_with_messages = table.Column<int>(type: "INTEGER", nullable: false),
                    messages = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wecom_group_days", x => new { x.tenant, x.day, x.owner });
                });

            migrationBuilder.CreateTable(
                name: "wecom_group_welcomes",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    welcome = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wecom_group_welcomes", x => new { x.tenant, x.name });
                });

            migrationBuilder.CreateTable(
                name: "wecom_staff_days",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    staff = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    chats = table.Column<int>(type: "INTEGER", nullable: false),
                    messages = table.Column<int>(type: "INTEGER", nullable: false),
                    replied_percent = table.Column<decimal>(type: "TEXT", precision: 5, scale: 2, nullable: true),
                    minutes_to_reply = table.Column<int>(type: "INTEGER", nullable: false),
                    negative_feedbacks = table.Column<int>(type: "INTEGER", nullable: false),
                    applications = table.Column<int>(type: "INTEGER", nullable: false),
                    new_contacts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wecom_staff_days", x => new { x.tenant, x.day, x.staff });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "wecom_group_days");

            migrationBuilder.DropTable(
                name: "wecom_group_welcomes");

            migrationBuilder.DropTable(
                name: "wecom_staff_days");
        }
    }
}
