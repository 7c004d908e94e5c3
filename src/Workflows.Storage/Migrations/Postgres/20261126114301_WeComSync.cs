using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class WeComSync : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "wecom_syncs",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    previous_at = table.Column<long>(type: "bigint", nullable: true),
                    phase = table.Column<short>(type: "smallint", nullable: false),
                    staff = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    cursor = table.Column<string>(type: "text", nullable: false),
                    counts = table.Column<string>(type: "text", nullable: false),
                    staff_count = table.Column<int>(type: "integer", nullable: false),
                    staff_done = table.Column<int>(type: "integer", nullable: false),
                    lease_owner = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    lease_until = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wecom_syncs", x => x.tenant);
                });

            migrationBuilder.CreateTable(
                name: "wecom_ties",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    owner = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    customer = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    is_lost = table.Column<bool>(type: "boolean", nullable: false),
                    changed_at = table.Column<long>(type: "bigint", nullable: false),
                    seen_at = table.Column<long>(type: "bigint", nullable: true),
                    profile = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    tags = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wecom_ties", x => new { x.tenant, x.kind, x.owner, x.customer });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "wecom_syncs");

            migrationBuilder.DropTable(
                name: "wecom_ties");
        }
    }
}
