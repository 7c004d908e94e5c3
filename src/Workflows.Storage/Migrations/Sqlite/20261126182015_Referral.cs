using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Referral : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "referral_programs",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    levels = table.Column<short>(type: "INTEGER", nullable: false),
                    distributor_rights = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    invitee_rights = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    is_open = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_referral_programs", x => new { x.tenant, x.name });
                    table.CheckConstraint("ck_referral_programs_levels", "levels IN (1, 2)");
                    table.CheckConstraint("ck_referral_programs_rights", "length(distributor_rights) > 0 AND length(invitee_rights) > 0");
                });

            migrationBuilder.CreateTable(
                name: "referral_members",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "INTEGER", nullable: false),
                    program = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    contact_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    referrer_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    joined_at = table.Column<long>(type: "INTEGER", nullable: false),
                    joined_by = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false),
                    distributor_since = table.Column<long>(type: "INTEGER", nullable: true),
                    distributor_by = table.Column<string>(type: "TEXT", maxLength: 512, nullable: true)
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
                name: "commissions",
                columns: table => new
                {
                    tenant = table.Column<int>(type: "INTEGER", nullable: false),
                    program = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    level = table.Column<short>(type: "INTEGER", nullable: false),
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    paid_at = table.Column<long>(type: "INTEGER", nullable: false),
                    tier = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    rate = table.Column<int>(type: "INTEGER", nullable: false),
                    rule_set = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    kept = table.Column<decimal>(type: "TEXT", nullable: false),
                    counts = table.Column<bool>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    change = table.Column<long>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    cause = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false)
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
                    tenant = table.Column<int>(type: "INTEGER", nullable: false),
                    program = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    tier = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    orders = table.Column<int>(type: "INTEGER", nullable: false),
                    sales = table.Column<decimal>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "ix_contact_history_invitation",
                table: "contact_history",
                columns: new[] { "tenant", "before", "at" },
                filter: "kind = 10");

            migrationBuilder.CreateIndex(
                name: "ix_commissions_member",
                table: "commissions",
                columns: new[] { "tenant", "program", "member_id", "level", "paid_at" });

            migrationBuilder.CreateIndex(
                name: "ix_referral_members_contact",
                table: "referral_members",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_referral_members_referrer",
                table: "referral_members",
                columns: new[] { "tenant", "program", "referrer_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "commissions");

            migrationBuilder.DropTable(
                name: "distributor_tiers");

            migrationBuilder.DropTable(
                name: "referral_members");

            migrationBuilder.DropTable(
                name: "referral_programs");

            migrationBuilder.DropIndex(
                name: "ix_contact_history_invitation",
                table: "contact_history");
        }
    }
}
