using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class GroupBuy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "group_buy_news",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    tenant = table.Column<int>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    contact_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    type = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    delivered_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_group_buy_news", x => x.id);
                    table.CheckConstraint("ck_group_buy_news_kind", "(contact_id IS NULL) = (type IS NULL)");
                });

            migrationBuilder.CreateTable(
                name: "group_buy_teams",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "INTEGER", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    campaign = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    opener_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    size = table.Column<int>(type: "INTEGER", nullable: false),
                    capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    closes_at = table.Column<long>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    settled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    headcount = table.Column<int>(type: "INTEGER", nullable: false),
                    terms = table.Column<string>(type: "TEXT", nullable: false),
                    seed = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    draw = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_group_buy_teams", x => new { x.tenant, x.id });
                    table.CheckConstraint("ck_group_buy_teams_size", "size >= 1 AND capacity >= size");
                    table.CheckConstraint("ck_group_buy_teams_state", "state BETWEEN 1 AND 3 AND (state = 1) = (closed_at IS NULL) AND (settled_at IS NULL OR state > 1)");
                    table.CheckConstraint("ck_group_buy_teams_success", "state <> 2 OR headcount BETWEEN size AND capacity");
                });

            migrationBuilder.CreateTable(
                name: "group_buy_seats",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "INTEGER", nullable: false),
                    team_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    campaign = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    contact_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    order_number = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    role = table.Column<short>(type: "INTEGER", nullable: false),
                    status = table.Column<short>(type: "INTEGER", nullable: false),
                    is_new_customer = table.Column<bool>(type: "INTEGER", nullable: false),
                    paid_units = table.Column<long>(type: "INTEGER", nullable: false),
                    price_units = table.Column<long>(type: "INTEGER", nullable: true),
                    free_order = table.Column<int>(type: "INTEGER", nullable: true),
                    taken_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_group_buy_seats", x => new { x.tenant, x.team_id, x.number });
                    table.CheckConstraint("ck_group_buy_seats_values", "place >= 1 AND role BETWEEN 1 AND 2 AND status BETWEEN 1 AND 2 AND paid_units >= 0 AND (price_units IS NULL OR price_units BETWEEN 0 AND paid_units)");
                    table.ForeignKey(
                        name: "FK_group_buy_seats_group_buy_teams_tenant_team_id",
                        columns: x => new { x.tenant, x.team_id },
                        principalTable: "group_buy_teams",
                        principalColumns: new[] { "tenant", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_group_buy_news_open",
                table: "group_buy_news",
                columns: new[] { "tenant", "id" },
                filter: "delivered_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ux_group_buy_news_key",
                table: "group_buy_news",
                columns: new[] { "tenant", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_group_buy_seats_contact",
                table: "group_buy_seats",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ux_group_buy_seats_contact",
                table: "group_buy_seats",
                columns: new[] { "tenant", "team_id", "contact_id" },
                unique: true,
                filter: "status = 1");

            migrationBuilder.CreateIndex(
                name: "ux_group_buy_seats_free",
                table: "group_buy_seats",
                columns: new[] { "tenant", "campaign", "free_order" },
                unique: true,
                filter: "free_order IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ux_group_buy_seats_key",
                table: "group_buy_seats",
                columns: new[] { "tenant", "team_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_group_buy_seats_leader",
                table: "group_buy_seats",
                columns: new[] { "tenant", "team_id" },
                unique: true,
                filter: "role = 1 AND status = 1");

            migrationBuilder.CreateIndex(
                name: "ux_group_buy_seats_order",
                table: "group_buy_seats",
                columns: new[] { "tenant", "team_id", "order_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_group_buy_seats_place",
                table: "group_buy_seats",
                columns: new[] { "tenant", "team_id", "place" },
                unique: true,
                filter: "status = 1");

            migrationBuilder.CreateIndex(
                name: "ix_group_buy_teams_campaign",
                table: "group_buy_teams",
                columns: new[] { "tenant", "campaign", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_group_buy_teams_unsettled",
                table: "group_buy_teams",
                columns: new[] { "tenant", "closes_at" },
                filter: "settled_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "group_buy_news");

            migrationBuilder.DropTable(
                name: "group_buy_seats");

            migrationBuilder.DropTable(
                name: "group_buy_teams");
        }
    }
}
