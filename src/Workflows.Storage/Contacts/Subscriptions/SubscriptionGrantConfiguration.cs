using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Contacts;

internal sealed class SubscriptionGrantConfiguration : IEntityTypeConfiguration<SubscriptionGrantRow>
{
    public void Configure(EntityTypeBuilder<SubscriptionGrantRow> builder)
    {
        builder.ToTable("subscription_grants");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.EventSource).HasMaxLength(64);
        builder.Property(row => row.EventId).HasMaxLength(128);
        builder.Property(row => row.Channel).HasMaxLength(64);
        builder.Property(row => row.Template).HasMaxLength(128);
        builder.Property(row => row.MessageKey).HasMaxLength(512);

        // An event is told once.
        builder
            .HasIndex(row => new
            {
                row.Tenant,
                row.EventSource,
                row.EventId,
                row.Part,
            })
            .IsUnique()
            .HasDatabaseName("ux_subscription_grants_event");

        // A message uses one approval.
        builder
            .HasIndex(row => new { row.Tenant, row.MessageKey })
            .IsUnique()
            .HasFilter("message_key IS NOT NULL")
            .HasDatabaseName("ux_subscription_grants_message");

        // The oldest approval of a contact for a template, and the contact's page.
        builder
            .HasIndex(row => new
            {
                row.ContactId,
                row.Channel,
                row.Template,
                row.At,
            })
            .HasDatabaseName("ix_subscription_grants_contact");
    }
}
