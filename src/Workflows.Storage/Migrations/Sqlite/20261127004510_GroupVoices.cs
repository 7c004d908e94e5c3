using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class GroupVoices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "spoken_at",
                table: "customer_groups",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_contact_events_said",
                table: "contact_events",
                columns: new[] { "tenant", "at" },
                filter: "type = 'message.sent'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_contact_events_said",
                table: "contact_events");

            migrationBuilder.DropColumn(
                name: "spoken_at",
                table: "customer_groups");
        }
    }
}
