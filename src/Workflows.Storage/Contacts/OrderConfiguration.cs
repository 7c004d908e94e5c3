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
                table.HasCheckConstraint("ck_orders_paid", "paid_at IS NOT NULL OR NOT counts");
            }
        );

        // A payment and a refund may be told of two contacts who are one person and not yet known to be: each has its part.
        builder.HasKey(row => new
        {
            row.Tenant,
            row.Source,
            row.Number,
            row.ContactId,
        });
        builder.Property(row => row.Source).HasMaxLength(64);
        builder.Property(row => row.Number).HasMaxLength(128);

        // A contact's orders in time.
        builder.HasIndex(row => new { row.ContactId, row.PaidAt }).HasDatabaseName("ix_orders_contact");

        // The orders of a time.
        builder.HasIndex(row => new { row.Tenant, row.PaidAt }).HasFilter("counts").HasDatabaseName("ix_orders_paid");
    }
}
