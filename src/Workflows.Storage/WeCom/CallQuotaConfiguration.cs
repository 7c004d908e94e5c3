using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.WeCom;

internal sealed class CallQuotaConfiguration : IEntityTypeConfiguration<CallQuotaRow>
{
    public void Configure(EntityTypeBuilder<CallQuotaRow> builder)
    {
        builder.ToTable("wecom_call_quotas");
        builder.HasKey(row => new
        {
            row.Account,
            row.Api,
            row.Minutes,
        });
        builder.Property(row => row.Account).HasMaxLength(128);
        builder.Property(row => row.Api).HasMaxLength(128);
    }
}
