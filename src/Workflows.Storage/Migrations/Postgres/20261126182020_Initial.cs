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
                    role = table.Column<short>(type: "smallint", nullable: false, defaultValue: (short)5),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    revoked_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_api_keys", x => x.id);
                    table.CheckConstraint("ck_api_keys_role", "role BETWEEN 1 AND 5");
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
                name: "consents",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    event_source = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    event_id = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: true),
                    purpose = table.Column<string>(type: "text", nullable: true),
                    is_granted = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false),
                    source = table.Column<string>(type: "text", nullable: true),
                    text_version = table.Column<string>(type: "text", nullable: true),
                    staff_id = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consents", x => new { x.tenant, x.event_source, x.event_id });
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
                name: "contact_history",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    before = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    after = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contact_history", x => new { x.tenant, x.key });
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
                name: "contact_merges",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    shared_kind = table.Column<short>(type: "smallint", nullable: false),
                    opened_at = table.Column<long>(type: "bigint", nullable: false),
                    decided_at = table.Column<long>(type: "bigint", nullable: true),
                    decided_by = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    was_apart = table.Column<bool>(type: "boolean", nullable: false),
                    record = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contact_merges", x => new { x.tenant, x.first_id, x.second_id });
                    table.CheckConstraint("ck_contact_merges_record", "(record IS NOT NULL) = (state = 4)");
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
                    consents = table.Column<string>(type: "text", nullable: false),
                    traits = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contacts", x => new { x.tenant, x.id });
                    table.CheckConstraint("ck_contacts_paid", "(last_paid_at IS NOT NULL) = (paid_order_count > 0)");
                });

            migrationBuilder.CreateTable(
                name: "content_bytes",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_bytes", x => new { x.tenant, x.hash });
                });

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

            migrationBuilder.CreateTable(
                name: "content_files",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    type = table.Column<short>(type: "smallint", nullable: false),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    seconds = table.Column<double>(type: "double precision", nullable: true),
                    added_at = table.Column<long>(type: "bigint", nullable: false),
                    added_by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_files", x => new { x.tenant, x.name });
                    table.CheckConstraint("ck_content_files_size", "size >= 0");
                });

            migrationBuilder.CreateTable(
                name: "content_moves",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    content_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    step = table.Column<short>(type: "smallint", nullable: false),
                    from_state = table.Column<short>(type: "smallint", nullable: true),
                    to_state = table.Column<short>(type: "smallint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_moves", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "content_versions",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    words = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    category = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    worth = table.Column<string>(type: "text", nullable: true),
                    theme = table.Column<short>(type: "smallint", nullable: true),
                    persona = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    files = table.Column<string>(type: "text", nullable: true),
                    document = table.Column<string>(type: "text", nullable: false),
                    changed_at = table.Column<long>(type: "bigint", nullable: false),
                    changed_by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_content_versions", x => new { x.tenant, x.id, x.version });
                    table.CheckConstraint("ck_content_versions_state", "version >= 1 AND state BETWEEN 1 AND 5");
                });

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
                    description = table.Column<string>(type: "text", nullable: true),
                    json = table.Column<string>(type: "text", nullable: false),
                    is_latest = table.Column<bool>(type: "boolean", nullable: false),
                    is_published = table.Column<bool>(type: "boolean", nullable: false),
                    was_published = table.Column<bool>(type: "boolean", nullable: false),
                    usable_as_activity = table.Column<bool>(type: "boolean", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    saved_by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_definition_versions", x => x.key);
                    table.CheckConstraint("ck_definition_versions_version", "version >= 1");
                });

            migrationBuilder.CreateTable(
                name: "follow_ups",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    last_at = table.Column<long>(type: "bigint", nullable: false),
                    staff = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    items = table.Column<int>(type: "integer", nullable: false),
                    seconds = table.Column<int>(type: "integer", nullable: true),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    next_at = table.Column<long>(type: "bigint", nullable: true),
                    edited_by = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    edited_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_follow_ups", x => new { x.tenant, x.key });
                    table.CheckConstraint("ck_follow_ups_edited", "(edited_by IS NULL) = (edited_at IS NULL)");
                });

            migrationBuilder.CreateTable(
                name: "group_buy_news",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    type = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    body = table.Column<string>(type: "text", nullable: false),
                    due_at = table.Column<long>(type: "bigint", nullable: false),
                    delivered_at = table.Column<long>(type: "bigint", nullable: true)
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
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    opener_id = table.Column<Guid>(type: "uuid", nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    capacity = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    opened_at = table.Column<long>(type: "bigint", nullable: false),
                    closes_at = table.Column<long>(type: "bigint", nullable: false),
                    closed_at = table.Column<long>(type: "bigint", nullable: true),
                    settled_at = table.Column<long>(type: "bigint", nullable: true),
                    headcount = table.Column<int>(type: "integer", nullable: false),
                    terms = table.Column<string>(type: "text", nullable: false),
                    seed = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    draw = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_group_buy_teams", x => new { x.tenant, x.id });
                    table.CheckConstraint("ck_group_buy_teams_size", "size >= 1 AND capacity >= size");
                    table.CheckConstraint("ck_group_buy_teams_state", "state BETWEEN 1 AND 3 AND (state = 1) = (closed_at IS NULL) AND (settled_at IS NULL OR state > 1)");
                    table.CheckConstraint("ck_group_buy_teams_success", "state <> 2 OR headcount BETWEEN size AND capacity");
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
                name: "imports",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    file = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    line = table.Column<long>(type: "bigint", nullable: false),
                    rows = table.Column<long>(type: "bigint", nullable: false),
                    added = table.Column<long>(type: "bigint", nullable: false),
                    contacts = table.Column<long>(type: "bigint", nullable: false),
                    bad_rows = table.Column<long>(type: "bigint", nullable: false),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    finished_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_imports", x => new { x.tenant, x.key });
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
                    correlation_id = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
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
                name: "keyring",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_keyring", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "launch_reviews",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    journey = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    first_day = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    report = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_launch_reviews", x => new { x.tenant, x.journey, x.first_day });
                });

            migrationBuilder.CreateTable(
                name: "ledger_transactions",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    reference = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_transactions", x => new { x.tenant, x.key });
                });

            migrationBuilder.CreateTable(
                name: "limit_counters",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    scope = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    marks = table.Column<string>(type: "text", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_limit_counters", x => new { x.tenant, x.code, x.scope });
                });

            migrationBuilder.CreateTable(
                name: "limit_hits",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    deferred = table.Column<long>(type: "bigint", nullable: false),
                    dropped = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_limit_hits", x => new { x.tenant, x.day, x.code });
                });

            migrationBuilder.CreateTable(
                name: "limit_reservations",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    message_key = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    holds = table.Column<string>(type: "text", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false),
                    carry_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_limit_reservations", x => new { x.tenant, x.message_key });
                });

            migrationBuilder.CreateTable(
                name: "messages",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    subject = table.Column<Guid>(type: "uuid", nullable: true),
                    recipient = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    destination = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: true),
                    carrier = table.Column<short>(type: "smallint", nullable: false, defaultValue: (short)12),
                    channel = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    template = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    attachments = table.Column<string>(type: "text", nullable: true),
                    purpose = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    sender = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    content_ref = table.Column<string>(type: "text", nullable: true),
                    kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    product = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    subsidy = table.Column<decimal>(type: "numeric", nullable: false),
                    priority = table.Column<int>(type: "integer", nullable: false),
                    on_limit = table.Column<short>(type: "smallint", nullable: false, defaultValue: (short)1),
                    expires_at = table.Column<long>(type: "bigint", nullable: true),
                    journey = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    journey_version = table.Column<int>(type: "integer", nullable: false),
                    instance_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    first_at = table.Column<long>(type: "bigint", nullable: true),
                    due_at = table.Column<long>(type: "bigint", nullable: false),
                    lease_owner = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    lease_until = table.Column<long>(type: "bigint", nullable: true),
                    submitted_at = table.Column<long>(type: "bigint", nullable: true),
                    reminders = table.Column<int>(type: "integer", nullable: false),
                    taken_back_at = table.Column<long>(type: "bigint", nullable: true),
                    settled_at = table.Column<long>(type: "bigint", nullable: true),
                    outcome = table.Column<short>(type: "smallint", nullable: true),
                    reason_code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    reference = table.Column<string>(type: "text", nullable: true),
                    last_error = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_messages", x => x.id);
                    table.CheckConstraint("ck_messages_attempts", "attempts >= 0");
                    table.CheckConstraint("ck_messages_outcome", "outcome IS NULL OR settled_at IS NOT NULL");
                    table.CheckConstraint("ck_messages_settled", "(settled_at IS NOT NULL) = (state IN (2, 3, 6))");
                    table.CheckConstraint("ck_messages_submitted", "state <> 4 OR reference IS NOT NULL");
                });

            migrationBuilder.CreateTable(
                name: "occasions",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    definition_id = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    activity_id = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    key = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    due_at = table.Column<long>(type: "bigint", nullable: false),
                    fired_at = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    guests = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_occasions", x => new { x.tenant, x.definition_id, x.activity_id, x.key });
                    table.CheckConstraint("ck_occasions_guests", "guests >= 0");
                    table.CheckConstraint("ck_occasions_state", "state BETWEEN 1 AND 3");
                });

            migrationBuilder.CreateTable(
                name: "orders",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    number = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    paid_at = table.Column<long>(type: "bigint", nullable: true),
                    quantity = table.Column<int>(type: "integer", nullable: false),
                    paid = table.Column<decimal>(type: "numeric", nullable: false),
                    amount = table.Column<decimal>(type: "numeric", nullable: false),
                    counts = table.Column<bool>(type: "boolean", nullable: false),
                    refunds = table.Column<string>(type: "text", nullable: false),
                    lines = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_orders", x => new { x.tenant, x.source, x.number, x.contact_id });
                    table.CheckConstraint("ck_orders_paid", "paid_at IS NOT NULL OR NOT counts");
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
                name: "personas",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    document = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_personas", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateTable(
                name: "products",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    sku = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    role = table.Column<short>(type: "smallint", nullable: false),
                    category = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    parent = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    is_active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_products", x => new { x.tenant, x.sku });
                });

            migrationBuilder.CreateTable(
                name: "referral_programs",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    levels = table.Column<short>(type: "smallint", nullable: false),
                    distributor_rights = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    invitee_rights = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_referral_programs", x => new { x.tenant, x.name });
                    table.CheckConstraint("ck_referral_programs_levels", "levels IN (1, 2)");
                    table.CheckConstraint("ck_referral_programs_rights", "length(distributor_rights) > 0 AND length(invitee_rights) > 0");
                });

            migrationBuilder.CreateTable(
                name: "relations",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    lost_by = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    key = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_relations", x => new { x.tenant, x.contact_id, x.staff_id });
                    table.CheckConstraint("ck_relations_lost", "(lost_by IS NOT NULL) = (state = 3)");
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
                    published_at = table.Column<long>(type: "bigint", nullable: false),
                    valid_from = table.Column<long>(type: "bigint", nullable: true),
                    valid_to = table.Column<long>(type: "bigint", nullable: true)
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
                name: "staff_tasks",
                columns: table => new
                {
                    reference = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    staff = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    prepared_at = table.Column<long>(type: "bigint", nullable: false),
                    due_by = table.Column<long>(type: "bigint", nullable: false),
                    reminders = table.Column<int>(type: "integer", nullable: false),
                    done_at = table.Column<long>(type: "bigint", nullable: true),
                    done_by = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_tasks", x => x.reference);
                    table.CheckConstraint("ck_staff_tasks_done", "(done_at IS NOT NULL) = (state IN (3, 4, 5))");
                });

            migrationBuilder.CreateTable(
                name: "stock_takes",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    stock = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stock_takes", x => new { x.tenant, x.key });
                });

            migrationBuilder.CreateTable(
                name: "stocks",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    total = table.Column<int>(type: "integer", nullable: false),
                    taken = table.Column<int>(type: "integer", nullable: false),
                    ends_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stocks", x => new { x.tenant, x.name });
                    table.CheckConstraint("ck_stocks_taken", "taken >= 0 AND taken <= total");
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

            migrationBuilder.CreateTable(
                name: "tracked_links",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    message_key = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    target = table.Column<string>(type: "text", nullable: false),
                    days = table.Column<int>(type: "integer", nullable: true),
                    dropped_at = table.Column<long>(type: "bigint", nullable: false),
                    opens_at = table.Column<long>(type: "bigint", nullable: true),
                    clicks = table.Column<int>(type: "integer", nullable: false),
                    first_clicked_at = table.Column<long>(type: "bigint", nullable: true),
                    last_clicked_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tracked_links", x => new { x.tenant, x.code });
                    table.CheckConstraint("ck_tracked_links_clicks", "clicks >= 0");
                });

            migrationBuilder.CreateTable(
                name: "users",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    normalized_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    role = table.Column<short>(type: "smallint", nullable: false),
                    password_hash = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    stamp = table.Column<Guid>(type: "uuid", nullable: false),
                    failed_sign_ins = table.Column<int>(type: "integer", nullable: false),
                    locked_until = table.Column<long>(type: "bigint", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_users", x => x.id);
                    table.CheckConstraint("ck_users_role", "role BETWEEN 1 AND 5");
                });

            migrationBuilder.CreateTable(
                name: "wecom_call_quotas",
                columns: table => new
                {
                    account = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    api = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    start = table.Column<long>(type: "bigint", nullable: false),
                    used = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wecom_call_quotas", x => new { x.account, x.api, x.minutes });
                });

            migrationBuilder.CreateTable(
                name: "wecom_callbacks",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    @event = table.Column<string>(name: "event", type: "character varying(64)", maxLength: 64, nullable: false),
                    change_type = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false),
                    customer = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    staff = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    welcome_code = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    received_at = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    due_at = table.Column<long>(type: "bigint", nullable: false),
                    lease_owner = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    settled_at = table.Column<long>(type: "bigint", nullable: true),
                    last_error = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wecom_callbacks", x => x.id);
                    table.CheckConstraint("ck_wecom_callbacks_settled", "(settled_at IS NOT NULL) = (state <> 1)");
                });

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

            migrationBuilder.CreateTable(
                name: "wecom_group_days",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    owner = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    new_groups = table.Column<int>(type: "integer", nullable: false),
                    groups = table.Column<int>(type: "integer", nullable: false),
                    groups_with_messages = table.Column<int>(type: "integer", nullable: false),
                    new_members = table.Column<int>(type: "integer", nullable: false),
                    members = table.Column<int>(type: "integer", nullable: false),
                    members_with_messages = table.Column<int>(type: "integer", nullable: false),
                    messages = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wecom_group_days", x => new { x.tenant, x.day, x.owner });
                });

            migrationBuilder.CreateTable(
                name: "wecom_group_welcomes",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    welcome = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<long>(type: "bigint", nullable: false),
                    reference = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wecom_group_welcomes", x => new { x.tenant, x.name });
                });

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
                name: "wecom_nonces",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    nonce = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wecom_nonces", x => new { x.tenant, x.nonce });
                });

            migrationBuilder.CreateTable(
                name: "wecom_staff_days",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    staff = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    chats = table.Column<int>(type: "integer", nullable: false),
                    messages = table.Column<int>(type: "integer", nullable: false),
                    replied_percent = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: true),
                    minutes_to_reply = table.Column<int>(type: "integer", nullable: false),
                    negative_feedbacks = table.Column<int>(type: "integer", nullable: false),
                    applications = table.Column<int>(type: "integer", nullable: false),
                    new_contacts = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wecom_staff_days", x => new { x.tenant, x.day, x.staff });
                });

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

            migrationBuilder.CreateTable(
                name: "wecom_tokens",
                columns: table => new
                {
                    account = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    token = table.Column<string>(type: "character varying(1024)", maxLength: 1024, nullable: true),
                    expires_at = table.Column<long>(type: "bigint", nullable: true),
                    lock_owner = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    lock_until = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wecom_tokens", x => x.account);
                });

            migrationBuilder.CreateTable(
                name: "wecom_ways",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    spec = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<long>(type: "bigint", nullable: false),
                    reference = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    address = table.Column<string>(type: "character varying(1024)", maxLength: 1024, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wecom_ways", x => new { x.tenant, x.name });
                });

            migrationBuilder.CreateTable(
                name: "wecom_welcome_plans",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    published_at = table.Column<long>(type: "bigint", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wecom_welcome_plans", x => new { x.tenant, x.version });
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

            migrationBuilder.CreateTable(
                name: "work_order_entries",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    step = table.Column<short>(type: "smallint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_order_entries", x => new { x.tenant, x.key });
                });

            migrationBuilder.CreateTable(
                name: "work_orders",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    topic = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    demand = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    staff = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    opened_at = table.Column<long>(type: "bigint", nullable: false),
                    last_at = table.Column<long>(type: "bigint", nullable: false),
                    answered_at = table.Column<long>(type: "bigint", nullable: true),
                    closed_at = table.Column<long>(type: "bigint", nullable: true),
                    outcome = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    traded_at = table.Column<long>(type: "bigint", nullable: true),
                    asks = table.Column<int>(type: "integer", nullable: false),
                    rating = table.Column<int>(type: "integer", nullable: true),
                    comment = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    merged_into = table.Column<Guid>(type: "uuid", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_orders", x => new { x.tenant, x.id });
                    table.CheckConstraint("ck_work_orders_asks", "asks BETWEEN 0 AND 2");
                    table.CheckConstraint("ck_work_orders_closed", "(closed_at IS NULL) = (outcome IS NULL)");
                    table.CheckConstraint("ck_work_orders_rating", "rating BETWEEN 1 AND 5");
                });

            migrationBuilder.CreateTable(
                name: "definition_uses",
                columns: table => new
                {
                    definition_key = table.Column<int>(type: "integer", nullable: false),
                    used_id = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_definition_uses", x => new { x.definition_key, x.used_id });
                    table.ForeignKey(
                        name: "FK_definition_uses_definition_versions_definition_key",
                        column: x => x.definition_key,
                        principalTable: "definition_versions",
                        principalColumn: "key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "group_buy_seats",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    team_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    campaign = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_number = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    role = table.Column<short>(type: "smallint", nullable: false),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    is_new_customer = table.Column<bool>(type: "boolean", nullable: false),
                    paid_units = table.Column<long>(type: "bigint", nullable: false),
                    price_units = table.Column<long>(type: "bigint", nullable: true),
                    free_order = table.Column<int>(type: "integer", nullable: true),
                    taken_at = table.Column<long>(type: "bigint", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "ledger_entries",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    book = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    owner = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    units = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_entries", x => new { x.tenant, x.key, x.number });
                    table.CheckConstraint("ck_ledger_entries_side", "(number % 2 = 0 AND units < 0) OR (number % 2 = 1 AND units > 0)");
                    table.ForeignKey(
                        name: "FK_ledger_entries_ledger_transactions_tenant_key",
                        columns: x => new { x.tenant, x.key },
                        principalTable: "ledger_transactions",
                        principalColumns: new[] { "tenant", "key" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "referral_members",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    program = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    referrer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    joined_at = table.Column<long>(type: "bigint", nullable: false),
                    joined_by = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    distributor_since = table.Column<long>(type: "bigint", nullable: true),
                    distributor_by = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_referral_members", x => new { x.tenant, x.program, x.id });
                    table.CheckConstraint("ck_referral_members_referrer", "referrer_id IS NULL OR referrer_id <> id");
                    table.ForeignKey(
                        name: "FK_referral_members_referral_members_tenant_program_referrer_id",
                        columns: x => new { x.tenant, x.program, x.referrer_id },
                        principalTable: "referral_members",
                        principalColumns: new[] { "tenant", "program", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_referral_members_referral_programs_tenant_program",
                        columns: x => new { x.tenant, x.program },
                        principalTable: "referral_programs",
                        principalColumns: new[] { "tenant", "name" },
                        onDelete: ReferentialAction.Restrict);
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

            migrationBuilder.CreateTable(
                name: "commissions",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    program = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    source = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    number = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    level = table.Column<short>(type: "smallint", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    paid_at = table.Column<long>(type: "bigint", nullable: false),
                    tier = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    rate = table.Column<int>(type: "integer", nullable: false),
                    rule_set = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    kept = table.Column<decimal>(type: "numeric", nullable: false),
                    counts = table.Column<bool>(type: "boolean", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    change = table.Column<long>(type: "bigint", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    cause = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_commissions", x => new { x.tenant, x.program, x.source, x.number, x.level });
                    table.CheckConstraint("ck_commissions_amount", "amount >= 0");
                    table.CheckConstraint("ck_commissions_level", "level IN (1, 2)");
                    table.CheckConstraint("ck_commissions_rate", "rate BETWEEN 0 AND 1000000");
                    table.ForeignKey(
                        name: "FK_commissions_referral_members_tenant_program_member_id",
                        columns: x => new { x.tenant, x.program, x.member_id },
                        principalTable: "referral_members",
                        principalColumns: new[] { "tenant", "program", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "distributor_tiers",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    program = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<long>(type: "bigint", nullable: false),
                    tier = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    orders = table.Column<int>(type: "integer", nullable: false),
                    sales = table.Column<decimal>(type: "numeric", nullable: false),
                    key = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_distributor_tiers", x => new { x.tenant, x.program, x.member_id, x.since });
                    table.CheckConstraint("ck_distributor_tiers_orders", "orders >= 0");
                    table.ForeignKey(
                        name: "FK_distributor_tiers_referral_members_tenant_program_member_id",
                        columns: x => new { x.tenant, x.program, x.member_id },
                        principalTable: "referral_members",
                        principalColumns: new[] { "tenant", "program", "id" },
                        onDelete: ReferentialAction.Restrict);
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
                name: "ix_commissions_member",
                table: "commissions",
                columns: new[] { "tenant", "program", "member_id", "level", "paid_at" });

            migrationBuilder.CreateIndex(
                name: "ix_consents_contact",
                table: "consents",
                columns: new[] { "contact_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_contact_events_contact",
                table: "contact_events",
                columns: new[] { "contact_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_contact_events_moments",
                table: "contact_events",
                columns: new[] { "tenant", "at" },
                filter: "type IN ('wecom.moment_liked', 'wecom.moment_commented')");

            migrationBuilder.CreateIndex(
                name: "ix_contact_events_used",
                table: "contact_events",
                columns: new[] { "tenant", "at" },
                filter: "type = 'content.used'");

            migrationBuilder.CreateIndex(
                name: "ix_contact_history_contact",
                table: "contact_history",
                columns: new[] { "contact_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_contact_history_experiment",
                table: "contact_history",
                columns: new[] { "tenant", "before", "contact_id" },
                filter: "kind = 9");

            migrationBuilder.CreateIndex(
                name: "ix_contact_history_invitation",
                table: "contact_history",
                columns: new[] { "tenant", "before", "at" },
                filter: "kind = 10");

            migrationBuilder.CreateIndex(
                name: "ix_contact_identities_contact",
                table: "contact_identities",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_contact_merges_second",
                table: "contact_merges",
                column: "second_id");

            migrationBuilder.CreateIndex(
                name: "ix_contact_merges_state",
                table: "contact_merges",
                columns: new[] { "tenant", "state", "opened_at" });

            migrationBuilder.CreateIndex(
                name: "ix_content_distributions_at",
                table: "content_distributions",
                columns: new[] { "tenant", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_content_files_hash",
                table: "content_files",
                columns: new[] { "tenant", "hash" });

            migrationBuilder.CreateIndex(
                name: "ix_content_moves_content",
                table: "content_moves",
                columns: new[] { "tenant", "content_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_customer_groups_bot",
                table: "customer_groups",
                columns: new[] { "tenant", "bot_id" });

            migrationBuilder.CreateIndex(
                name: "ix_customer_groups_store",
                table: "customer_groups",
                columns: new[] { "tenant", "store_id", "purpose", "persona" });

            migrationBuilder.CreateIndex(
                name: "ix_definition_uses_used",
                table: "definition_uses",
                column: "used_id");

            migrationBuilder.CreateIndex(
                name: "ix_definition_versions_created",
                table: "definition_versions",
                columns: new[] { "tenant", "created_at", "definition_id", "version" })
                .Annotation("Npgsql:IndexInclude", new[] { "key" });

            migrationBuilder.CreateIndex(
                name: "ix_definition_versions_current",
                table: "definition_versions",
                columns: new[] { "tenant", "name" },
                filter: "is_latest OR is_published");

            migrationBuilder.CreateIndex(
                name: "ix_definition_versions_name",
                table: "definition_versions",
                columns: new[] { "tenant", "name", "definition_id", "version" })
                .Annotation("Npgsql:IndexInclude", new[] { "key" });

            migrationBuilder.CreateIndex(
                name: "ix_definition_versions_usable",
                table: "definition_versions",
                columns: new[] { "tenant", "definition_id" },
                filter: "is_published AND usable_as_activity");

            migrationBuilder.CreateIndex(
                name: "ix_definition_versions_version",
                table: "definition_versions",
                columns: new[] { "tenant", "version", "definition_id" })
                .Annotation("Npgsql:IndexInclude", new[] { "key" });

            migrationBuilder.CreateIndex(
                name: "ux_definition_versions",
                table: "definition_versions",
                columns: new[] { "tenant", "definition_id", "version" },
                unique: true)
                .Annotation("Npgsql:IndexInclude", new[] { "key" });

            migrationBuilder.CreateIndex(
                name: "ux_definition_versions_published",
                table: "definition_versions",
                columns: new[] { "tenant", "definition_id" },
                unique: true,
                filter: "is_published");

            migrationBuilder.CreateIndex(
                name: "ix_follow_ups_contact",
                table: "follow_ups",
                columns: new[] { "contact_id", "last_at" });

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
                name: "ix_instances_active_subject",
                table: "instances",
                column: "subject",
                filter: "finished_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_instances_correlation",
                table: "instances",
                columns: new[] { "tenant", "correlation_id" },
                filter: "correlation_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_instances_created",
                table: "instances",
                columns: new[] { "tenant", "created_at", "id" })
                .Annotation("Npgsql:IndexInclude", new[] { "definition_key", "sub_status", "incident_count" });

            migrationBuilder.CreateIndex(
                name: "ix_instances_definition",
                table: "instances",
                columns: new[] { "definition_key", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_instances_finished",
                table: "instances",
                columns: new[] { "tenant", "finished_at", "id" },
                filter: "finished_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_instances_incidents",
                table: "instances",
                columns: new[] { "tenant", "created_at", "id" },
                filter: "incident_count > 0");

            migrationBuilder.CreateIndex(
                name: "ix_instances_name",
                table: "instances",
                columns: new[] { "tenant", "name", "id" },
                filter: "name IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_instances_sub_status",
                table: "instances",
                columns: new[] { "tenant", "sub_status", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_instances_subject",
                table: "instances",
                columns: new[] { "subject", "definition_key" });

            migrationBuilder.CreateIndex(
                name: "ix_journal_at",
                table: "journal",
                columns: new[] { "tenant", "at", "instance_id" })
                .Annotation("Npgsql:IndexInclude", new[] { "revision" });

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entries_account",
                table: "ledger_entries",
                columns: new[] { "tenant", "book", "owner", "units" });

            migrationBuilder.CreateIndex(
                name: "ix_ledger_transactions_reference",
                table: "ledger_transactions",
                columns: new[] { "tenant", "reference", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_limit_counters_expires",
                table: "limit_counters",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_limit_reservations_carry",
                table: "limit_reservations",
                column: "carry_at");

            migrationBuilder.CreateIndex(
                name: "ix_limit_reservations_expires",
                table: "limit_reservations",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_messages_address",
                table: "messages",
                columns: new[] { "address", "id" },
                filter: "address IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_messages_contact",
                table: "messages",
                columns: new[] { "contact_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_messages_content",
                table: "messages",
                columns: new[] { "tenant", "content_ref" },
                filter: "content_ref IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_messages_dead",
                table: "messages",
                column: "id",
                filter: "state = 3");

            migrationBuilder.CreateIndex(
                name: "ix_messages_instance",
                table: "messages",
                column: "instance_id",
                filter: "instance_id IS NOT NULL AND settled_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_messages_outcome",
                table: "messages",
                columns: new[] { "outcome", "id" },
                filter: "outcome > 1");

            migrationBuilder.CreateIndex(
                name: "ix_messages_posts",
                table: "messages",
                columns: new[] { "tenant", "journey", "created_at" },
                filter: "address IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_messages_submitted",
                table: "messages",
                column: "due_at",
                filter: "state = 4");

            migrationBuilder.CreateIndex(
                name: "ix_messages_task",
                table: "messages",
                column: "reference",
                filter: "state = 4");

            migrationBuilder.CreateIndex(
                name: "ix_messages_waiting",
                table: "messages",
                columns: new[] { "state", "channel", "priority", "due_at" },
                filter: "state IN (1, 5)");

            migrationBuilder.CreateIndex(
                name: "ux_messages_key",
                table: "messages",
                columns: new[] { "tenant", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_occasions_due",
                table: "occasions",
                columns: new[] { "tenant", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_orders_contact",
                table: "orders",
                columns: new[] { "contact_id", "paid_at" });

            migrationBuilder.CreateIndex(
                name: "ix_orders_paid",
                table: "orders",
                columns: new[] { "tenant", "paid_at" },
                filter: "counts");

            migrationBuilder.CreateIndex(
                name: "ix_referral_members_contact",
                table: "referral_members",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_referral_members_referrer",
                table: "referral_members",
                columns: new[] { "tenant", "program", "referrer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_relations_staff",
                table: "relations",
                columns: new[] { "tenant", "staff_id", "contact_id" },
                filter: "state <> 3");

            migrationBuilder.CreateIndex(
                name: "ux_relations_key",
                table: "relations",
                columns: new[] { "tenant", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_store",
                table: "staff",
                columns: new[] { "tenant", "store_id", "load" });

            migrationBuilder.CreateIndex(
                name: "ix_staff_tasks_due",
                table: "staff_tasks",
                columns: new[] { "tenant", "state", "due_by" });

            migrationBuilder.CreateIndex(
                name: "ix_staff_tasks_staff",
                table: "staff_tasks",
                columns: new[] { "tenant", "staff", "state", "due_by" });

            migrationBuilder.CreateIndex(
                name: "ux_stores_revision",
                table: "stores",
                columns: new[] { "tenant", "revision" },
                unique: true);

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

            migrationBuilder.CreateIndex(
                name: "ix_tracked_links_message",
                table: "tracked_links",
                columns: new[] { "tenant", "message_key" });

            migrationBuilder.CreateIndex(
                name: "ux_users_name",
                table: "users",
                columns: new[] { "tenant", "normalized_name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_wecom_callbacks_due",
                table: "wecom_callbacks",
                column: "due_at",
                filter: "state = 1");

            migrationBuilder.CreateIndex(
                name: "ix_wecom_callbacks_settled",
                table: "wecom_callbacks",
                column: "settled_at",
                filter: "settled_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_wecom_callbacks_welcome",
                table: "wecom_callbacks",
                columns: new[] { "tenant", "customer", "id" },
                filter: "welcome_code IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ux_wecom_callbacks_key",
                table: "wecom_callbacks",
                columns: new[] { "tenant", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_wecom_changes_at",
                table: "wecom_changes",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_wecom_changes_value",
                table: "wecom_changes",
                columns: new[] { "tenant", "kind", "value", "at" });

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

            migrationBuilder.CreateIndex(
                name: "ix_wecom_nonces_expires",
                table: "wecom_nonces",
                column: "expires_at");

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

            migrationBuilder.CreateIndex(
                name: "ix_work_order_entries_order",
                table: "work_order_entries",
                columns: new[] { "order_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_contact",
                table: "work_orders",
                columns: new[] { "contact_id", "last_at" });

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_state",
                table: "work_orders",
                columns: new[] { "tenant", "state", "last_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "api_keys");

            migrationBuilder.DropTable(
                name: "bookmarks");

            migrationBuilder.DropTable(
                name: "commissions");

            migrationBuilder.DropTable(
                name: "consents");

            migrationBuilder.DropTable(
                name: "contact_events");

            migrationBuilder.DropTable(
                name: "contact_history");

            migrationBuilder.DropTable(
                name: "contact_identities");

            migrationBuilder.DropTable(
                name: "contact_merges");

            migrationBuilder.DropTable(
                name: "contacts");

            migrationBuilder.DropTable(
                name: "content_bytes");

            migrationBuilder.DropTable(
                name: "content_distribution_staff");

            migrationBuilder.DropTable(
                name: "content_distributions");

            migrationBuilder.DropTable(
                name: "content_files");

            migrationBuilder.DropTable(
                name: "content_moves");

            migrationBuilder.DropTable(
                name: "content_versions");

            migrationBuilder.DropTable(
                name: "customer_groups");

            migrationBuilder.DropTable(
                name: "dead_work_items");

            migrationBuilder.DropTable(
                name: "definition_uses");

            migrationBuilder.DropTable(
                name: "distributor_tiers");

            migrationBuilder.DropTable(
                name: "follow_ups");

            migrationBuilder.DropTable(
                name: "group_buy_news");

            migrationBuilder.DropTable(
                name: "group_buy_seats");

            migrationBuilder.DropTable(
                name: "group_seats");

            migrationBuilder.DropTable(
                name: "hosts");

            migrationBuilder.DropTable(
                name: "imports");

            migrationBuilder.DropTable(
                name: "instances");

            migrationBuilder.DropTable(
                name: "journal");

            migrationBuilder.DropTable(
                name: "keyring");

            migrationBuilder.DropTable(
                name: "launch_reviews");

            migrationBuilder.DropTable(
                name: "ledger_entries");

            migrationBuilder.DropTable(
                name: "limit_counters");

            migrationBuilder.DropTable(
                name: "limit_hits");

            migrationBuilder.DropTable(
                name: "limit_reservations");

            migrationBuilder.DropTable(
                name: "messages");

            migrationBuilder.DropTable(
                name: "occasions");

            migrationBuilder.DropTable(
                name: "orders");

            migrationBuilder.DropTable(
                name: "partition_leases");

            migrationBuilder.DropTable(
                name: "personas");

            migrationBuilder.DropTable(
                name: "products");

            migrationBuilder.DropTable(
                name: "relations");

            migrationBuilder.DropTable(
                name: "rule_set_versions");

            migrationBuilder.DropTable(
                name: "settings");

            migrationBuilder.DropTable(
                name: "staff");

            migrationBuilder.DropTable(
                name: "staff_tasks");

            migrationBuilder.DropTable(
                name: "stock_takes");

            migrationBuilder.DropTable(
                name: "stocks");

            migrationBuilder.DropTable(
                name: "stores");

            migrationBuilder.DropTable(
                name: "subscription_grants");

            migrationBuilder.DropTable(
                name: "tracked_links");

            migrationBuilder.DropTable(
                name: "users");

            migrationBuilder.DropTable(
                name: "wecom_call_quotas");

            migrationBuilder.DropTable(
                name: "wecom_callbacks");

            migrationBuilder.DropTable(
                name: "wecom_changes");

            migrationBuilder.DropTable(
                name: "wecom_group_days");

            migrationBuilder.DropTable(
                name: "wecom_group_welcomes");

            migrationBuilder.DropTable(
                name: "wecom_intent_messages");

            migrationBuilder.DropTable(
                name: "wecom_media");

            migrationBuilder.DropTable(
                name: "wecom_nonces");

            migrationBuilder.DropTable(
                name: "wecom_staff_days");

            migrationBuilder.DropTable(
                name: "wecom_syncs");

            migrationBuilder.DropTable(
                name: "wecom_ties");

            migrationBuilder.DropTable(
                name: "wecom_tokens");

            migrationBuilder.DropTable(
                name: "wecom_ways");

            migrationBuilder.DropTable(
                name: "wecom_welcome_plans");

            migrationBuilder.DropTable(
                name: "work_items");

            migrationBuilder.DropTable(
                name: "work_order_entries");

            migrationBuilder.DropTable(
                name: "work_orders");

            migrationBuilder.DropTable(
                name: "definition_versions");

            migrationBuilder.DropTable(
                name: "referral_members");

            migrationBuilder.DropTable(
                name: "group_buy_teams");

            migrationBuilder.DropTable(
                name: "ledger_transactions");

            migrationBuilder.DropTable(
                name: "wecom_intents");

            migrationBuilder.DropTable(
                name: "referral_programs");
        }
    }
}
