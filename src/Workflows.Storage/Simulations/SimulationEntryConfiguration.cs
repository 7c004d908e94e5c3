using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflows.Storage.Simulations;

internal sealed class SimulationEntryConfiguration : IEntityTypeConfiguration<SimulationEntryRow>
{
    public void Configure(EntityTypeBuilder<SimulationEntryRow> builder)
    {
        builder.ToTable("simulation_entries");
        builder.HasKey(row => new
        {
            row.Tenant,
            row.Journey,
            row.Number,
        });
        builder.Property(row => row.Journey).HasMaxLength(256);
        builder.Property(row => row.Content).HasMaxLength(64);
    }
}
