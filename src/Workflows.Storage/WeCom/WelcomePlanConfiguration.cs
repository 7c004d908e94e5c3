using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.WeCom;

internal sealed class WelcomePlanConfiguration : IEntityTypeConfiguration<WelcomePlanRow>
{
    public void Configure(EntityTypeBuilder<WelcomePlanRow> builder)
    {
        builder.ToTable("wecom_welcome_plans");

        // Two who publish at once do not get the same version.
        builder.HasKey(row => new { row.Tenant, row.Version });
    }
}
