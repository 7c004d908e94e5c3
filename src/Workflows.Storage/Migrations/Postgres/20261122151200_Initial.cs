using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Workflows.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "api_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    revoked_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_api_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "bookmarks",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<Guid>(type: "uuid", nullable: false),
                    instance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bookmarks", x => new { x.tenant, x.hash, x.instance_id });
                });

            migrationBuilder.CreateTable(
                name: "contact_events",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    event_id = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    received_at = table.Column<long>(type: "bigint", nullable: false),
                    data = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contact_events", x => new { x.tenant, x.source, x.event_id });
                });

            migrationBuilder.CreateTable(
                name: "contact_identities",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    value = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contact_identities", x => new { x.tenant, x.kind, x.value });
                });

            migrationBuilder.CreateTable(
                name: "contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    joined_at = table.Column<long>(type: "bigint", nullable: false),
                    paid_order_count = table.Column<int>(type: "integer", nullable: false),
                    last_paid_at = table.Column<long>(type: "bigint", nullable: true),
                    paid_amount = table.Column<decimal>(type: "numeric", nullable: false),
                    attributes = table.Column<string>(type: "text", nullable: false),
                    tags = table.Column<string>(type: "text", nullable: false),
                    opt_outs = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contacts", x => new { x.tenant, x.id });
                    table.CheckConstraint("ck_contacts_paid", "(last_paid_at IS NOT NULL) = (paid_order_count > 0)");
                });

            migrationBuilder.CreateTable(
                name: "dead_work_items",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    due_at = table.Column<long>(type: "bigint", nullable: false),
                    instance_id = table.Column<Guid>(type: "uuid", nullable: true),
                    bookmark_id = table.Column<int>(type: "integer", nullable: true),
                    payload = table.Column<byte[]>(type: "bytea", nullable: true),
                    attempt = table.Column<short>(type: "smallint", nullable: false),
                    died_at = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dead_work_items", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "definition_versions",
                columns: table => new
                {
                    key = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    definition_id = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    json = table.Column<string>(type: "text", nullable: false),
                    is_latest = table.Column<bool>(type: "boolean", nullable: false),
                    is_published = table.Column<bool>(type: "boolean", nullable: false),
                    was_published = table.Column<bool>(type: "boolean", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_definition_versions", x => x.key);
                    table.CheckConstraint("ck_definition_versions_version", "version >= 1");
                });

            migrationBuilder.CreateTable(
                name: "hosts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hosts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "instances",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    partition = table.Column<short>(type: "smallint", nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    definition_key = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    sub_status = table.Column<short>(type: "smallint", nullable: false),
                    correlation_id = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    incident_count = table.Column<short>(type: "smallint", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    finished_at = table.Column<long>(type: "bigint", nullable: true),
                    state = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_instances", x => x.id);
                    table.CheckConstraint("ck_instances_finished", "(finished_at IS NOT NULL) = (status = 1)");
                    table.CheckConstraint("ck_instances_partition", "partition BETWEEN 0 AND 63");
                    table.CheckConstraint("ck_instances_revision", "revision >= 1");
                });

            migrationBuilder.CreateTable(
                name: "journal",
                columns: table => new
                {
                    instance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    entries = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal", x => new { x.instance_id, x.revision });
                });

            migrationBuilder.CreateTable(
                name: "messages",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recipient = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    template = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    purpose = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    journey = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    journey_version = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    due_at = table.Column<long>(type: "bigint", nullable: false),
                    lease_owner = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    settled_at = table.Column<long>(type: "bigint", nullable: true),
                    reference = table.Column<string>(type: "text", nullable: true),
                    last_error = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_messages", x => x.id);
                    table.CheckConstraint("ck_messages_attempts", "attempts >= 0");
                    table.CheckConstraint("ck_messages_settled", "(settled_at IS NOT NULL) = (state <> 1)");
                });

            migrationBuilder.CreateTable(
                name: "orders",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    event_id = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    paid_at = table.Column<long>(type: "bigint", nullable: false),
                    quantity = table.Column<int>(type: "integer", nullable: false),
                    amount = table.Column<decimal>(type: "numeric", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_orders", x => new { x.tenant, x.source, x.event_id });
                    table.CheckConstraint("ck_orders_quantity", "quantity >= 1");
                });

            migrationBuilder.CreateTable(
                name: "partition_leases",
                columns: table => new
                {
                    partition = table.Column<short>(type: "smallint", nullable: false),
                    owner = table.Column<Guid>(type: "uuid", nullable: true),
                    epoch = table.Column<long>(type: "bigint", nullable: false),
                    until = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partition_leases", x => x.partition);
                    table.CheckConstraint("ck_partition_leases_partition", "partition BETWEEN 0 AND 63");
                });

            migrationBuilder.CreateTable(
                name: "rule_set_versions",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    name_key = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    json = table.Column<string>(type: "text", nullable: false),
                    published_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rule_set_versions", x => new { x.tenant, x.name_key, x.version });
                    table.CheckConstraint("ck_rule_set_versions_version", "version >= 1");
                });

            migrationBuilder.CreateTable(
                name: "settings",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    value = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_settings", x => new { x.tenant, x.name });
                });

            migrationBuilder.CreateTable(
                name: "work_items",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    partition = table.Column<short>(type: "smallint", nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    due_at = table.Column<long>(type: "bigint", nullable: false),
                    instance_id = table.Column<Guid>(type: "uuid", nullable: true),
                    bookmark_id = table.Column<int>(type: "integer", nullable: true),
                    payload = table.Column<byte[]>(type: "bytea", nullable: true),
                    attempt = table.Column<short>(type: "smallint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_items", x => x.id);
                    table.CheckConstraint("ck_work_items_attempt", "attempt >= 0");
                    table.CheckConstraint("ck_work_items_kind", "kind BETWEEN 1 AND 6");
                    table.CheckConstraint("ck_work_items_partition", "partition BETWEEN 0 AND 63");
                    table.CheckConstraint("ck_work_items_timer", "kind <> 2 OR (instance_id IS NOT NULL AND bookmark_id IS NOT NULL)");
                });

            migrationBuilder.InsertData(
                table: "partition_leases",
                columns: new[] { "partition", "epoch", "owner", "until" },
                values: new object[,]
                {
                    { (short)0, 0L, null, 621355968000000000L },
                    { (short)1, 0L, null, 621355968000000000L },
                    { (short)2, 0L, null, 621355968000000000L },
                    { (short)3, 0L, null, 621355968000000000L },
                    { (short)4, 0L, null, 621355968000000000L },
                    { (short)5, 0L, null, 621355968000000000L },
                    { (short)6, 0L, null, 621355968000000000L },
                    { (short)7, 0L, null, 621355968000000000L },
                    { (short)8, 0L, null, 621355968000000000L },
                    { (short)9, 0L, null, 621355968000000000L },
                    { (short)10, 0L, null, 621355968000000000L },
                    { (short)11, 0L, null, 621355968000000000L },
                    { (short)12, 0L, null, 621355968000000000L },
                    { (short)13, 0L, null, 621355968000000000L },
                    { (short)14, 0L, null, 621355968000000000L },
                    { (short)15, 0L, null, 621355968000000000L },
                    { (short)16, 0L, null, 621355968000000000L },
                    { (short)17, 0L, null, 621355968000000000L },
                    { (short)18, 0L, null, 621355968000000000L },
                    { (short)19, 0L, null, 621355968000000000L },
                    { (short)20, 0L, null, 621355968000000000L },
                    { (short)21, 0L, null, 621355968000000000L },
                    { (short)22, 0L, null, 621355968000000000L },
                    { (short)23, 0L, null, 621355968000000000L },
                    { (short)24, 0L, null, 621355968000000000L },
                    { (short)25, 0L, null, 621355968000000000L },
                    { (short)26, 0L, null, 621355968000000000L },
                    { (short)27, 0L, null, 621355968000000000L },
                    { (short)28, 0L, null, 621355968000000000L },
                    { (short)29, 0L, null, 621355968000000000L },
                    { (short)30, 0L, null, 621355968000000000L },
                    { (short)31, 0L, null, 621355968000000000L },
                    { (short)32, 0L, null, 621355968000000000L },
                    { (short)33, 0L, null, 621355968000000000L },
                    { (short)34, 0L, null, 621355968000000000L },
                    { (short)35, 0L, null, 621355968000000000L },
                    { (short)36, 0L, null, 621355968000000000L },
                    { (short)37, 0L, null, 621355968000000000L },
                    { (short)38, 0L, null, 621355968000000000L },
                    { (short)39, 0L, null, 621355968000000000L },
                    { (short)40, 0L, null, 621355968000000000L },
                    { (short)41, 0L, null, 621355968000000000L },
                    { (short)42, 0L, null, 621355968000000000L },
                    { (short)43, 0L, null, 621355968000000000L },
                    { (short)44, 0L, null, 621355968000000000L },
                    { (short)45, 0L, null, 621355968000000000L },
                    { (short)46, 0L, null, 621355968000000000L },
                    { (short)47, 0L, null, 621355968000000000L },
                    { (short)48, 0L, null, 621355968000000000L },
                    { (short)49, 0L, null, 621355968000000000L },
                    { (short)50, 0L, null, 621355968000000000L },
                    { (short)51, 0L, null, 621355968000000000L },
                    { (short)52, 0L, null, 621355968000000000L },
                    { (short)53, 0L, null, 621355968000000000L },
                    { (short)54, 0L, null, 621355968000000000L },
                    { (short)55, 0L, null, 621355968000000000L },
                    { (short)56, 0L, null, 621355968000000000L },
                    { (short)57, 0L, null, 621355968000000000L },
                    { (short)58, 0L, null, 621355968000000000L },
                    { (short)59, 0L, null, 621355968000000000L },
                    { (short)60, 0L, null, 621355968000000000L },
                    { (short)61, 0L, null, 621355968000000000L },
                    { (short)62, 0L, null, 621355968000000000L },
                    { (short)63, 0L, null, 621355968000000000L }
                });

            migrationBuilder.CreateIndex(
                name: "ux_api_keys_hash",
                table: "api_keys",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_contact_events_contact",
                table: "contact_events",
                columns: new[] { "contact_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_contact_identities_contact",
                table: "contact_identities",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ux_definition_versions",
                table: "definition_versions",
                columns: new[] { "tenant", "definition_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_definition_versions_published",
                table: "definition_versions",
                columns: new[] { "tenant", "definition_id" },
                unique: true,
                filter: "is_published");

            migrationBuilder.CreateIndex(
                name: "ix_instances_active_subject",
                table: "instances",
                column: "subject",
                filter: "finished_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_instances_definition",
                table: "instances",
                columns: new[] { "definition_key", "status", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_instances_subject",
                table: "instances",
                columns: new[] { "subject", "definition_key" });

            migrationBuilder.CreateIndex(
                name: "ix_messages_contact",
                table: "messages",
                columns: new[] { "contact_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_messages_dead",
                table: "messages",
                column: "id",
                filter: "state = 3");

            migrationBuilder.CreateIndex(
                name: "ix_messages_due",
                table: "messages",
                column: "due_at",
                filter: "state = 1");

            migrationBuilder.CreateIndex(
                name: "ux_messages_key",
                table: "messages",
                columns: new[] { "tenant", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_orders_contact",
                table: "orders",
                columns: new[] { "contact_id", "paid_at" });

            migrationBuilder.CreateIndex(
                name: "ix_work_items_due",
                table: "work_items",
                columns: new[] { "partition", "due_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_work_items_timer",
                table: "work_items",
                columns: new[] { "instance_id", "bookmark_id" },
                unique: true,
                filter: "kind = 2");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "api_keys");

            migrationBuilder.DropTable(
                name: "bookmarks");

            migrationBuilder.DropTable(
                name: "contact_events");

            migrationBuilder.DropTable(
                name: "contact_identities");

            migrationBuilder.DropTable(
                name: "contacts");

            migrationBuilder.DropTable(
                name: "dead_work_items");

            migrationBuilder.DropTable(
                name: "definition_versions");

            migrationBuilder.DropTable(
                name: "hosts");

            migrationBuilder.DropTable(
                name: "instances");

            migrationBuilder.DropTable(
                name: "journal");

            migrationBuilder.DropTable(
                name: "messages");

            migrationBuilder.DropTable(
                name: "orders");

            migrationBuilder.DropTable(
                name: "partition_leases");

            migrationBuilder.DropTable(
                name: "rule_set_versions");

            migrationBuilder.DropTable(
                name: "settings");

            migrationBuilder.DropTable(
                name: "work_items");
        }
    }
}
