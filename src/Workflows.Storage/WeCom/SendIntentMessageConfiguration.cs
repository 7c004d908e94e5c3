using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.WeCom;

internal sealed class SendIntentMessageConfiguration : IEntityTypeConfiguration<SendIntentMessageRow>
{
    public void Configure(EntityTypeBuilder<SendIntentMessageRow> builder)
    {
        builder.ToTable("wecom_intent_messages");
        builder.HasKey(row => new { row.Tenant, row.Key });
        builder.Property(row => row.Key).HasMaxLength(512);
        builder.Property(row => row.Recipient).HasMaxLength(128);
        builder.HasOne<SendIntentRow>().WithMany().HasForeignKey(row => row.IntentId).OnDelete(DeleteBehavior.Cascade);

        // What an open intent is about, and the cascade.
        builder.HasIndex(row => row.IntentId).HasDatabaseName("ix_wecom_intent_messages_intent");
    }
}
