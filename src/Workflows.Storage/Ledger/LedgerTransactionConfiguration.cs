using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Marketing.Ledger;

namespace Workflows.Storage.Ledger;

internal sealed class LedgerTransactionConfiguration : IEntityTypeConfiguration<LedgerTransactionRow>
{
    public void Configure(EntityTypeBuilder<LedgerTransactionRow> builder)
    {
        builder.ToTable("ledger_transactions");
        builder.HasKey(row => new { row.Tenant, row.Key });
        builder.Property(row => row.Key).HasMaxLength(LedgerTransaction.LongestKey);
        builder.Property(row => row.Kind).HasMaxLength(LedgerTransaction.LongestKind);
        builder.Property(row => row.Reference).HasMaxLength(LedgerTransaction.LongestReference);

        // What belongs to a team or an order.
        builder
            .HasIndex(row => new
            {
                row.Tenant,
                row.Reference,
                row.At,
            })
            .HasDatabaseName("ix_ledger_transactions_reference");
    }
}
