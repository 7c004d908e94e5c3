using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.WeCom;

internal sealed class CallbackConfiguration : IEntityTypeConfiguration<CallbackRow>
{
    public void Configure(EntityTypeBuilder<CallbackRow> builder)
    {
        builder.ToTable(
            "wecom_callbacks",
            table => table.HasCheckConstraint("ck_wecom_callbacks_settled", "(settled_at IS NOT NULL) = (state <> 1)")
        );
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Key).HasMaxLength(64);
        builder.Property(row => row.Event).HasMaxLength(64);
        builder.Property(row => row.ChangeType).HasMaxLength(64);
        builder.Property(row => row.Customer).HasMaxLength(128);
        builder.Property(row => row.Staff).HasMaxLength(128);
        builder.Property(row => row.WelcomeCode).HasMaxLength(256);
        builder.Property(row => row.LeaseOwner).HasMaxLength(128);
        builder.Property(row => row.LastError).HasMaxLength(2000);

        // An event comes in once.
        builder.HasIndex(row => new { row.Tenant, row.Key }).IsUnique().HasDatabaseName("ux_wecom_callbacks_key");

        // The loop takes what is due, oldest first.
        builder.HasIndex(row => row.DueAt).HasFilter("state = 1").HasDatabaseName("ix_wecom_callbacks_due");

        // The welcome finds its code by the customer.
        builder
            .HasIndex(row => new
            {
                row.Tenant,
                row.Customer,
                row.Id,
            })
            .HasFilter("welcome_code IS NOT NULL")
            .HasDatabaseName("ix_wecom_callbacks_welcome");

        // What is forgotten after a while.
        builder
            .HasIndex(row => row.SettledAt)
            .HasFilter("settled_at IS NOT NULL")
            .HasDatabaseName("ix_wecom_callbacks_settled");
    }
}
