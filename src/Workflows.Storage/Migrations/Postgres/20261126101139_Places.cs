using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Places : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "customer_groups",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    purpose = table.Column<short>(type: "smallint", nullable: false),
                    store_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    persona = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    family = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    owner_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    bot_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    capacity = table.Column<int>(type: "integer", nullable: false),
                    members = table.Column<int>(type: "integer", nullable: false),
                    ends_at = table.Column<long>(type: "bigint", nullable: true),
                    is_active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customer_groups", x => new { x.tenant, x.id });
                    table.CheckConstraint("ck_customer_groups_members", "members >= 0 AND capacity >= 1");
                });

            migrationBuilder.CreateTable(
                name: "group_seats",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    group_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: true),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    since = table.Column<long>(type: "bigint", nullable: false),
                    held_until = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_group_seats", x => new { x.tenant, x.group_id, x.contact_id });
                    table.CheckConstraint("ck_group_seats_held", "(held_until IS NOT NULL) = (state = 1)");
                });

            migrationBuilder.CreateTable(
                name: "staff",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    store_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    persona = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    capacity = table.Column<int>(type: "integer", nullable: false),
                    load = table.Column<int>(type: "integer", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff", x => new { x.tenant, x.id });
                    table.CheckConstraint("ck_staff_load", "load >= 0 AND capacity >= 0");
                });

            migrationBuilder.CreateTable(
                name: "stores",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    hours = table.Column<string>(type: "text", nullable: false),
                    time_zone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stores", x => new { x.tenant, x.id });
                    table.CheckConstraint("ck_stores_position", "(latitude IS NULL) = (longitude IS NULL)");
                });

            migrationBuilder.CreateIndex(
                name: "ix_customer_groups_bot",
                table: "customer_groups",
                columns: new[] { "tenant", "bot_id" });

            migrationBuilder.CreateIndex(
                name: "ix_customer_groups_store",
                table: "customer_groups",
                columns: new[] { "tenant", "store_id", "purpose", "persona" });

            migrationBuilder.CreateIndex(
                name: "ix_group_seats_contact",
                table: "group_seats",
                columns: new[] { "contact_id", "since" });

            migrationBuilder.CreateIndex(
                name: "ix_group_seats_held",
                table: "group_seats",
                columns: new[] { "tenant", "group_id", "held_until" },
                filter: "state = 1");

            migrationBuilder.CreateIndex(
                name: "ux_group_seats_key",
                table: "group_seats",
                columns: new[] { "tenant", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_store",
                table: "staff",
                columns: new[] { "tenant", "store_id", "load" });

            migrationBuilder.CreateIndex(
                name: "ux_stores_revision",
                table: "stores",
                columns: new[] { "tenant", "revision" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "customer_groups");

            migrationBuilder.DropTable(
                name: "group_seats");

            migrationBuilder.DropTable(
                name: "staff");

            migrationBuilder.DropTable(
                name: "stores");
        }
    }
}
