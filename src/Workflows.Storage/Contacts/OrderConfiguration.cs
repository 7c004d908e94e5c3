using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Contacts;

internal sealed class OrderConfiguration : IEntityTypeConfiguration<OrderRow>
{
    public void Configure(EntityTypeBuilder<OrderRow> builder)
    {
        builder.ToTable(
            "orders",
            table =>
            {
                table.HasCheckConstraint("ck_orders_quantity", "quantity >= 1");
            }
        );
        builder.HasKey(row => new
        {
            row.Tenant,
            row.Source,
            row.EventId,
        });
        builder.Property(row => row.Source).HasMaxLength(64);
        builder.Property(row => row.EventId).HasMaxLength(128);

        // A contact's orders in time.
        builder.HasIndex(row => new { row.ContactId, row.PaidAt }).HasDatabaseName("ix_orders_contact");
    }
}
