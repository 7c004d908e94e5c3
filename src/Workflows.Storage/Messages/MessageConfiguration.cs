using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Messages;

internal sealed class MessageConfiguration : IEntityTypeConfiguration<MessageRow>
{
    public void Configure(EntityTypeBuilder<MessageRow> builder)
    {
        builder.ToTable(
            "messages",
            table =>
            {
                table.HasCheckConstraint("ck_messages_settled", "(settled_at IS NOT NULL) = (state <> 1)");
                table.HasCheckConstraint("ck_messages_attempts", "attempts >= 0");
            }
        );
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Key).HasMaxLength(512);
        builder.Property(row => row.Channel).HasMaxLength(64);
        builder.Property(row => row.Template).HasMaxLength(128);
        builder.Property(row => row.Purpose).HasMaxLength(64);
        builder.Property(row => row.Journey).HasMaxLength(256);
        builder.Property(row => row.LeaseOwner).HasMaxLength(128);
        builder.Property(row => row.LastError).HasMaxLength(2000);

        // An effect happens once.
        builder.HasIndex(row => new { row.Tenant, row.Key }).IsUnique().HasDatabaseName("ux_messages_key");

        // The dispatcher takes what is due, oldest first.
        builder.HasIndex(row => row.DueAt).HasFilter("state = 1").HasDatabaseName("ix_messages_due");

        // The contact's page, newest first.
        builder.HasIndex(row => new { row.ContactId, row.Id }).HasDatabaseName("ix_messages_contact");

        // The list of dead letters.
        builder.HasIndex(row => row.Id).HasFilter("state = 3").HasDatabaseName("ix_messages_dead");
    }
}
