using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Contacts;

internal sealed class ConsentConfiguration : IEntityTypeConfiguration<ConsentRow>
{
    public void Configure(EntityTypeBuilder<ConsentRow> builder)
    {
        builder.ToTable("consents");

        // One line an event.
        builder.HasKey(row => new
        {
            row.Tenant,
            row.EventSource,
            row.EventId,
        });
        builder.Property(row => row.EventSource).HasMaxLength(64);
        builder.Property(row => row.EventId).HasMaxLength(128);

        // What the contacts of a batch of messages said.
        builder.HasIndex(row => new { row.ContactId, row.At }).HasDatabaseName("ix_consents_contact");
    }
}
