using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "INTEGER");

            migrationBuilder.AddColumn<bool>(
                name: "counts",
                table: "orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "lines",
                table: "orders",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<decimal>(
                name: "paid",
                table: "orders",
                type: "TEXT",
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<string>(
                name: "refunds",
                table: "orders",
                type: "TEXT",
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
                UPDATE contacts SET traits = json_set(traits, '$.orders', json((
                    SELECT json_group_array(json_object('source', o.source, 'number', o.number, 'paidAt', o.paid_at,
                        'paid', json(o.amount), 'quantity', o.quantity))
                    FROM orders o WHERE o.contact_id = contacts.id AND o.tenant = contacts.tenant)))
                WHERE paid_order_count > 0 AND paid_order_count = (
                    SELECT count(*) FROM orders o WHERE o.contact_id = contacts.id AND o.tenant = contacts.tenant)
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
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_orders",
                table: "orders",
                columns: new[] { "tenant", "source", "event_id" });
        }
    }
}
