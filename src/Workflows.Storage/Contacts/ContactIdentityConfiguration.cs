using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Contacts;

internal sealed class ContactIdentityConfiguration : IEntityTypeConfiguration<ContactIdentityRow>
{
    public void Configure(EntityTypeBuilder<ContactIdentityRow> builder)
    {
        builder.ToTable("contact_identities");

        // A name belongs to one contact; every event looks its contact up by name.
        builder.HasKey(row => new
        {
            row.Tenant,
            row.Kind,
            row.Value,
        });
        builder.Property(row => row.Value).HasMaxLength(128);

        // A turn that sends needs all names of its contact.
        builder.HasIndex(row => row.ContactId).HasDatabaseName("ix_contact_identities_contact");
    }
}
