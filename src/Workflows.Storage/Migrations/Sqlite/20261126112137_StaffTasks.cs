using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StaffTasks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "staff_tasks",
                columns: table => new
                {
                    reference = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    tenant = table.Column<int>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false),
                    staff = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    prepared_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_by = table.Column<long>(type: "INTEGER", nullable: false),
                    reminders = table.Column<int>(type: "INTEGER", nullable: false),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true),
                    done_by = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_tasks", x => x.reference);
                    table.CheckConstraint("ck_staff_tasks_done", "(done_at IS NOT NULL) = (state IN (3, 4, 5))");
                });

            migrationBuilder.CreateIndex(
                name: "ix_staff_tasks_due",
                table: "staff_tasks",
                columns: new[] { "tenant", "state", "due_by" });

            migrationBuilder.CreateIndex(
                name: "ix_staff_tasks_staff",
                table: "staff_tasks",
                columns: new[] { "tenant", "staff", "state", "due_by" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "staff_tasks");
        }
    }
}
