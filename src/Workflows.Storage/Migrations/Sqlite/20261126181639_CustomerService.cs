using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CustomerService : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "follow_ups",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    contact_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<short>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_at = table.Column<long>(type: "INTEGER", nullable: false),
                    staff = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    items = table.Column<int>(type: "INTEGER", nullable: false),
                    seconds = table.Column<int>(type: "INTEGER", nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    next_at = table.Column<long>(type: "INTEGER", nullable: true),
                    edited_by = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    edited_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_follow_ups", x => new { x.tenant, x.key });
                    table.CheckConstraint("ck_follow_ups_edited", "(edited_by IS NULL) = (edited_at IS NULL)");
                });

            migrationBuilder.CreateTable(
                name: "work_order_entries",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false),
                    order_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    step = table.Column<short>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_order_entries", x => new { x.tenant, x.key });
                });

            migrationBuilder.CreateTable(
                name: "work_orders",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    contact_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    topic = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    demand = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    staff = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_at = table.Column<long>(type: "INTEGER", nullable: false),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    traded_at = table.Column<long>(type: "INTEGER", nullable: true),
                    asks = table.Column<int>(type: "INTEGER", nullable: false),
                    rating = table.Column<int>(type: "INTEGER", nullable: true),
                    comment = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    merged_into = table.Column<byte[]>(type: "BLOB", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_orders", x => new { x.tenant, x.id });
                    table.CheckConstraint("ck_work_orders_asks", "asks BETWEEN 0 AND 2");
                    table.CheckConstraint("ck_work_orders_closed", "(closed_at IS NULL) = (outcome IS NULL)");
                    table.CheckConstraint("ck_work_orders_rating", "rating BETWEEN 1 AND 5");
                });

            migrationBuilder.CreateIndex(
                name: "ix_follow_ups_contact",
                table: "follow_ups",
                columns: new[] { "contact_id", "last_at" });

            migrationBuilder.CreateIndex(
                name: "ix_work_order_entries_order",
                table: "work_order_entries",
                columns: new[] { "order_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_contact",
                table: "work_orders",
                columns: new[] { "contact_id", "last_at" });

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_state",
                table: "work_orders",
                columns: new[] { "tenant", "state", "last_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "follow_ups");

            migrationBuilder.DropTable(
                name: "work_order_entries");

            migrationBuilder.DropTable(
                name: "work_orders");
        }
    }
}
