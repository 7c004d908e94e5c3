using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Workflows.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Subscriptions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "subscription_grants",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    event_source = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    event_id = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    part = table.Column<int>(type: "integer", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    template = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    message_key = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: true),
                    void_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_subscription_grants", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_subscription_grants_contact",
                table: "subscription_grants",
                columns: new[] { "contact_id", "channel", "template", "at" });

            migrationBuilder.CreateIndex(
                name: "ux_subscription_grants_event",
                table: "subscription_grants",
                columns: new[] { "tenant", "event_source", "event_id", "part" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_subscription_grants_message",
                table: "subscription_grants",
                columns: new[] { "tenant", "message_key" },
                unique: true,
                filter: "message_key IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "subscription_grants");
        }
    }
}
