using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MessageOutcomes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_messages_due",
                table: "messages");

            migrationBuilder.DropCheckConstraint(
                name: "ck_messages_settled",
                table: "messages");

            migrationBuilder.AlterColumn<byte[]>(
                name: "contact_id",
                table: "messages",
                type: "BLOB",
                nullable: true,
                oldClrType: typeof(byte[]),
                oldType: "BLOB");

            migrationBuilder.AddColumn<string>(
                name: "address",
                table: "messages",
                type: "TEXT",
                maxLength: 160,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "attachments",
                table: "messages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<short>(
                name: "carrier",
                table: "messages",
                type: "INTEGER",
                nullable: false,
                defaultValue: (short)12);

            migrationBuilder.AddColumn<long>(
                name: "expires_at",
                table: "messages",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "first_at",
                table: "messages",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "instance_id",
                table: "messages",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "messages",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<short>(
                name: "on_limit",
                table: "messages",
                type: "INTEGER",
                nullable: false,
                defaultValue: (short)1);

            migrationBuilder.AddColumn<short>(
                name: "outcome",
                table: "messages",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "priority",
                table: "messages",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "product",
                table: "messages",
                type: "TEXT",
                maxLength: 128,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reason_code",
                table: "messages",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "reminders",
                table: "messages",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "sender",
                table: "messages",
                type: "TEXT",
                maxLength: 128,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "subject",
                table: "messages",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "submitted_at",
                table: "messages",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "subsidy",
                table: "messages",
                type: "TEXT",
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.CreateIndex(
                name: "ix_messages_address",
                table: "messages",
                columns: new[] { "address", "id" },
                filter: "address IS NOT NULL");

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
                columns: new[] { "channel", "priority", "due_at" },
                filter: "state IN (1, 5)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_messages_outcome",
                table: "messages",
                sql: "outcome IS NULL OR settled_at IS NOT NULL");

            migrationBuilder.AddCheckConstraint(
                name: "ck_messages_settled",
                table: "messages",
                sql: "(settled_at IS NOT NULL) = (state IN (2, 3, 6))");

            migrationBuilder.AddCheckConstraint(
                name: "ck_messages_submitted",
                table: "messages",
                sql: "state <> 4 OR reference IS NOT NULL");

            // What ended before there were outcomes.
            migrationBuilder.Sql(
                "UPDATE messages SET outcome = CASE state WHEN 2 THEN 1 ELSE 6 END WHERE state IN (2, 3)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_messages_address",
                table: "messages");

            migrationBuilder.DropIndex(
                name: "ix_messages_instance",
                table: "messages");

            migrationBuilder.DropIndex(
                name: "ix_messages_outcome",
                table: "messages");

            migrationBuilder.DropIndex(
                name: "ix_messages_submitted",
                table: "messages");

            migrationBuilder.DropIndex(
                name: "ix_messages_task",
                table: "messages");

            migrationBuilder.DropIndex(
                name: "ix_messages_waiting",
                table: "messages");

            migrationBuilder.DropCheckConstraint(
                name: "ck_messages_outcome",
                table: "messages");

            migrationBuilder.DropCheckConstraint(
                name: "ck_messages_settled",
                table: "messages");

            migrationBuilder.DropCheckConstraint(
                name: "ck_messages_submitted",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "address",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "attachments",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "carrier",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "expires_at",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "first_at",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "instance_id",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "on_limit",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "outcome",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "priority",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "product",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "reason_code",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "reminders",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "sender",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "subject",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "submitted_at",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "subsidy",
                table: "messages");

            migrationBuilder.AlterColumn<byte[]>(
                name: "contact_id",
                table: "messages",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0],
                oldClrType: typeof(byte[]),
                oldType: "BLOB",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_messages_due",
                table: "messages",
                column: "due_at",
                filter: "state = 1");

            migrationBuilder.AddCheckConstraint(
                name: "ck_messages_settled",
                table: "messages",
                sql: "(settled_at IS NOT NULL) = (state <> 1)");
        }
    }
}
