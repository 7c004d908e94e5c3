using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StoreFulfilment : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "delivery",
                table: "stores",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "delivery_radius",
                table: "stores",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "pickup",
                table: "stores",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_stores_fulfilment",
                table: "stores",
                sql: "(pickup IS NULL) = (delivery IS NULL) AND (delivery_radius IS NULL OR (delivery AND delivery_radius > 0))");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_stores_fulfilment",
                table: "stores");

            migrationBuilder.DropColumn(
                name: "delivery",
                table: "stores");

            migrationBuilder.DropColumn(
                name: "delivery_radius",
                table: "stores");

            migrationBuilder.DropColumn(
                name: "pickup",
                table: "stores");
        }
    }
}
