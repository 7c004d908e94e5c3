using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Orders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_orders",
                table: "orders");

            migrationBuilder.RenameColumn(
                name: "event_id",
                table: "orders",
                newName: "number");

            migrationBuilder.AlterColumn<long>(
                name: "paid_at",
                table: "orders",
                type: "bigint",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "bigint");

            migrationBuilder.AddColumn<bool>(
                name: "counts",
                table: "orders",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "lines",
                table: "orders",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<decimal>(
                name: "paid",
                table: "orders",
                type: "numeric",
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<string>(
                name: "refunds",
                table: "orders",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddPrimaryKey(
                name: "PK_orders",
                table: "orders",
                columns: new[] { "tenant", "source", "number", "contact_id" });

            migrationBuilder.AddCheckConstraint(
                name: "ck_orders_paid",
                table: "orders",
                sql: "paid_at IS NOT NULL OR NOT counts");

            migrationBuilder.Sql("UPDATE orders SET paid = amount");
            // Refunds are set against the orders of the contact, which its facts alone do not tell.
            migrationBuilder.Sql(
                """
                UPDATE contacts c SET traits = (c.traits::jsonb || jsonb_build_object('orders', o.orders))::text
                FROM (SELECT tenant, contact_id, count(*) AS count, jsonb_agg(jsonb_build_object('source', source,
                        'number', number, 'paidAt', paid_at, 'paid', amount, 'quantity', quantity)) AS orders
                    FROM orders GROUP BY tenant, contact_id) o
                WHERE o.tenant = c.tenant AND o.contact_id = c.id AND o.count = c.paid_order_count
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_orders",
                table: "orders");

            migrationBuilder.DropCheckConstraint(
                name: "ck_orders_paid",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "counts",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "lines",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "paid",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "refunds",
                table: "orders");

            migrationBuilder.RenameColumn(
                name: "number",
                table: "orders",
                newName: "event_id");

            migrationBuilder.AlterColumn<long>(
                name: "paid_at",
                table: "orders",
                type: "bigint",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "bigint",
                oldNullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_orders",
                table: "orders",
                columns: new[] { "tenant", "source", "event_id" });
        }
    }
}
