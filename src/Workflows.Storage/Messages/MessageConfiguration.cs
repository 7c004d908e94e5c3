using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Marketing.Messaging;

namespace Workflows.Storage.Messages;

internal sealed class MessageConfiguration : IEntityTypeConfiguration<MessageRow>
{
    public void Configure(EntityTypeBuilder<MessageRow> builder)
    {
        builder.ToTable(
            "messages",
            table =>
            {
                table.HasCheckConstraint("ck_messages_settled", "(settled_at IS NOT NULL) = (state IN (2, 3, 6))");
                table.HasCheckConstraint("ck_messages_outcome", "outcome IS NULL OR settled_at IS NOT NULL");
                table.HasCheckConstraint("ck_messages_submitted", "state <> 4 OR reference IS NOT NULL");
                table.HasCheckConstraint("ck_messages_attempts", "attempts >= 0");
            }
        );
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Key).HasMaxLength(512);
        builder.Property(row => row.Address).HasMaxLength(160);
        builder.Property(row => row.Destination).HasMaxLength(320);
        builder.Property(row => row.Carrier).HasDefaultValue((short)Carrier.Webhook).ValueGeneratedNever();
        builder.Property(row => row.Channel).HasMaxLength(64);
        builder.Property(row => row.Template).HasMaxLength(128);
        builder.Property(row => row.Purpose).HasMaxLength(64);
        builder.Property(row => row.Sender).HasMaxLength(128);
        builder.Property(row => row.Kind).HasMaxLength(64);
        builder.Property(row => row.Product).HasMaxLength(128);
        builder.Property(row => row.OnLimit).HasDefaultValue((short)LimitPolicy.Defer).ValueGeneratedNever();
        builder.Property(row => row.Journey).HasMaxLength(256);
        builder.Property(row => row.LeaseOwner).HasMaxLength(128);
        builder.Property(row => row.ReasonCode).HasMaxLength(64);
        builder.Property(row => row.LastError).HasMaxLength(2000);

        // An effect happens once.
        builder.HasIndex(row => new { row.Tenant, row.Key }).IsUnique().HasDatabaseName("ux_messages_key");

        // The dispatcher takes what is due, channel by channel and priority by priority.
        builder
            .HasIndex(row => new
            {
                row.State,
                row.Channel,
                row.Priority,
                row.DueAt,
            })
            .HasFilter("state IN (1, 5)")
            .HasDatabaseName("ix_messages_waiting");

        // The dispatcher asks about what was submitted, task by task.
        builder.HasIndex(row => row.DueAt).HasFilter("state = 4").HasDatabaseName("ix_messages_submitted");
        builder.HasIndex(row => row.Reference).HasFilter("state = 4").HasDatabaseName("ix_messages_task");

        // The contact's page, newest first.
        builder.HasIndex(row => new { row.ContactId, row.Id }).HasDatabaseName("ix_messages_contact");

        // The page of a group or a staff member, newest first.
        builder
            .HasIndex(row => new { row.Address, row.Id })
            .HasFilter("address IS NOT NULL")
            .HasDatabaseName("ix_messages_address");

        // What a journey posted, phase by phase.
        builder
            .HasIndex(row => new
            {
                row.Tenant,
                row.Journey,
                row.CreatedAt,
            })
            .HasFilter("address IS NOT NULL")
            .HasDatabaseName("ix_messages_posts");

        // What an instance still has on its way.
        builder
            .HasIndex(row => row.InstanceId)
            .HasFilter("instance_id IS NOT NULL AND settled_at IS NULL")
            .HasDatabaseName("ix_messages_instance");

        // How often a content was sent.
        builder
            .HasIndex(row => new { row.Tenant, row.ContentRef })
            .HasFilter("content_ref IS NOT NULL")
            .HasDatabaseName("ix_messages_content");

        // The list of dead letters, and of other ends.
        builder.HasIndex(row => row.Id).HasFilter("state = 3").HasDatabaseName("ix_messages_dead");
        builder
            .HasIndex(row => new { row.Outcome, row.Id })
            .HasFilter("outcome > 1")
            .HasDatabaseName("ix_messages_outcome");
    }
}
