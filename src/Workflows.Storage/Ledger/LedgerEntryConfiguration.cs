using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Marketing.Ledger;

namespace Workflows.Storage.Ledger;

internal sealed class LedgerEntryConfiguration : IEntityTypeConfiguration<LedgerEntryRow>
{
    public void Configure(EntityTypeBuilder<LedgerEntryRow> builder)
    {
        // The sides of a move stand at an even and an odd number: what is taken, and what is given.
        builder.ToTable(
            "ledger_entries",
            table =>
                table.HasCheckConstraint(
                    "ck_ledger_entries_side",
                    "(number % 2 = 0 AND units < 0) OR (number % 2 = 1 AND units > 0)"
                )
        );
        builder.HasKey(row => new
        {
            row.Tenant,
            row.Key,
            row.Number,
        });
        builder
            .HasOne<LedgerTransactionRow>()
            .WithMany()
            .HasForeignKey(row => new { row.Tenant, row.Key })
            .OnDelete(DeleteBehavior.Restrict);
        builder.Property(row => row.Key).HasMaxLength(LedgerTransaction.LongestKey);
        builder.Property(row => row.Book).HasMaxLength(LedgerAccount.LongestBook);
        builder.Property(row => row.Owner).HasMaxLength(LedgerAccount.LongestOwner);

        // What lies in an account, from the index alone.
        builder
            .HasIndex(row => new
            {
                row.Tenant,
                row.Book,
                row.Owner,
                row.Units,
            })
            .HasDatabaseName("ix_ledger_entries_account");
    }
}
