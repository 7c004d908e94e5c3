using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Distributions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "content_distribution_staff",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    distribution_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    staff = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_distribution_staff", x => new { x.tenant, x.distribution_id, x.staff });
                });

            migrationBuilder.CreateTable(
                name: "content_distributions",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    content_ref = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    due_by = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_distributions", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_contact_events_used",
                table: "contact_events",
                columns: new[] { "tenant", "at" },
                filter: "type = 'content.used'");

            migrationBuilder.CreateIndex(
                name: "ix_content_distributions_at",
                table: "content_distributions",
                columns: new[] { "tenant", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "content_distribution_staff");

            migrationBuilder.DropTable(
                name: "content_distributions");

            migrationBuilder.DropIndex(
                name: "ix_contact_events_used",
                table: "contact_events");
        }
    }
}
