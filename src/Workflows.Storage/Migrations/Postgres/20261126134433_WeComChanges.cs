using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class WeComChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "wecom_changes",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    customer = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    staff = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    value = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wecom_changes", x => new { x.tenant, x.customer, x.kind, x.staff, x.value });
                });

            migrationBuilder.CreateIndex(
                name: "ix_wecom_changes_at",
                table: "wecom_changes",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_wecom_changes_value",
                table: "wecom_changes",
                columns: new[] { "tenant", "kind", "value", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "wecom_changes");
        }
    }
}
