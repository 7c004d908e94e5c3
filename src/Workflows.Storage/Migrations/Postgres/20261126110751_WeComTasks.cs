using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class WeComTasks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "wecom_intents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    sender = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    outline = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    reference = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wecom_intents", x => x.id);
                    table.CheckConstraint("ck_wecom_intents_name", "name IS NULL OR reference IS NOT NULL");
                });

            migrationBuilder.CreateTable(
                name: "wecom_media",
                columns: table => new
                {
                    account = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    purpose = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    media_id = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wecom_media", x => new { x.account, x.purpose, x.fingerprint });
                });

            migrationBuilder.CreateTable(
                name: "wecom_intent_messages",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    intent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recipient = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wecom_intent_messages", x => new { x.tenant, x.key });
                    table.ForeignKey(
                        name: "FK_wecom_intent_messages_wecom_intents_intent_id",
                        column: x => x.intent_id,
                        principalTable: "wecom_intents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_wecom_intent_messages_intent",
                table: "wecom_intent_messages",
                column: "intent_id");

            migrationBuilder.CreateIndex(
                name: "ix_wecom_intents_nameless",
                table: "wecom_intents",
                columns: new[] { "tenant", "kind", "outline" },
                filter: "reference IS NOT NULL AND name IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_wecom_intents_started_at",
                table: "wecom_intents",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "ux_wecom_intents_name",
                table: "wecom_intents",
                columns: new[] { "tenant", "name" },
                unique: true,
                filter: "name IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ux_wecom_intents_open",
                table: "wecom_intents",
                columns: new[] { "tenant", "kind", "sender", "outline" },
                unique: true,
                filter: "reference IS NULL");

            migrationBuilder.CreateIndex(
                name: "ux_wecom_intents_reference",
                table: "wecom_intents",
                columns: new[] { "tenant", "reference" },
                unique: true,
                filter: "reference IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_wecom_media_expires_at",
                table: "wecom_media",
                column: "expires_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "wecom_intent_messages");

            migrationBuilder.DropTable(
                name: "wecom_media");

            migrationBuilder.DropTable(
                name: "wecom_intents");
        }
    }
}
