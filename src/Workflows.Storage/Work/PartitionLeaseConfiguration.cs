using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflows.Runtime.Durability;

namespace Workflows.Storage.Work;

internal sealed class PartitionLeaseConfiguration : IEntityTypeConfiguration<PartitionLeaseRow>
{
    public void Configure(EntityTypeBuilder<PartitionLeaseRow> builder)
    {
        builder.ToTable(
            "partition_leases",
            table => table.HasCheckConstraint("ck_partition_leases_partition", "partition BETWEEN 0 AND 63")
        );
        builder.HasKey(row => row.Partition);
        builder.Property(row => row.Partition).ValueGeneratedNever();
        builder.HasData(
            Enumerable
                .Range(0, Partitions.Count)
                .Select(partition => new PartitionLeaseRow
                {
                    Partition = (short)partition,
                    Until = DateTimeOffset.UnixEpoch,
                })
        );
    }
}
