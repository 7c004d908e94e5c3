using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class MessageRecalls : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_messages_waiting",
                table: "messages");

            migrationBuilder.AddColumn<string>(
                name: "destination",
                table: "messages",
                type: "character varying(320)",
                maxLength: 320,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "lease_until",
                table: "messages",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "taken_back_at",
                table: "messages",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_messages_waiting",
                table: "messages",
                columns: new[] { "state", "channel", "priority", "due_at" },
                filter: "state IN (1, 5)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_messages_waiting",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "destination",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "lease_until",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "taken_back_at",
                table: "messages");

            migrationBuilder.CreateIndex(
                name: "ix_messages_waiting",
                table: "messages",
                columns: new[] { "channel", "priority", "due_at" },
                filter: "state IN (1, 5)");
        }
    }
}
