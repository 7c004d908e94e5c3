using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Postgres
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
                    reference = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    staff = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    prepared_at = table.Column<long>(type: "bigint", nullable: false),
                    due_by = table.Column<long>(type: "bigint", nullable: false),
                    reminders = table.Column<int>(type: "integer", nullable: false),
                    done_at = table.Column<long>(type: "bigint", nullable: true),
                    done_by = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
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
