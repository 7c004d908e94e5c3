using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Contacts;

internal sealed class ContactEventConfiguration : IEntityTypeConfiguration<ContactEventRow>
{
    public void Configure(EntityTypeBuilder<ContactEventRow> builder)
    {
        builder.ToTable("contact_events");

        // The inbox: an event comes in once.
        builder.HasKey(row => new
        {
            row.Tenant,
            row.Source,
            row.EventId,
        });
        builder.Property(row => row.Source).HasMaxLength(64);
        builder.Property(row => row.EventId).HasMaxLength(128);
        builder.Property(row => row.Type).HasMaxLength(64);

        // The contact's page, newest first.
        builder.HasIndex(row => new { row.ContactId, row.At }).HasDatabaseName("ix_contact_events_contact");

        // What the staff said by hand in a time.
        builder
            .HasIndex(row => new { row.Tenant, row.At })
            .HasFilter("type = 'content.used'")
            .HasDatabaseName("ix_contact_events_used");
        // What the staff said in chats.
        builder
            .HasIndex(row => new { row.Tenant, row.At }, "ix_contact_events_said")
            .HasFilter("type = 'message.sent'");
        // Who reacted to Moments.
        builder
            .HasIndex(row => new { row.Tenant, row.At }, "ix_contact_events_moments")
            .HasFilter("type IN ('wecom.moment_liked', 'wecom.moment_commented')");
    }
}
