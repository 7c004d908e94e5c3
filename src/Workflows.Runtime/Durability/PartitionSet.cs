using System.Collections;
using System.Numerics;

namespace Workflows.Runtime.Durability;

/// <summary>A set of partitions, one bit each.</summary>
/// <param name="Bits">Bit <c>n</c> is set when partition <c>n</c> is in the set.</param>
public readonly record struct PartitionSet(ulong Bits) : IEnumerable<short>
{
    /// <summary>No partition.</summary>
    public static PartitionSet None => default;

    /// <summary>Every partition.</summary>
    public static PartitionSet All => new(ulong.MaxValue);

    /// <summary>How many partitions are in the set.</summary>
    public int Count => BitOperations.PopCount(Bits);

    /// <summary>Whether the set is empty.</summary>
    public bool IsEmpty => Bits == 0;

    /// <summary>The set of the given partitions.</summary>
    public static PartitionSet Of(IEnumerable<short> partitions) =>
        partitions.Aggregate(None, (set, partition) => set.With(partition));

    /// <summary>The partitions that lane <paramref name="lane"/> of <paramref name="lanes"/> works on.</summary>
    public static PartitionSet Lane(int lane, int lanes)
    {
        var set = None;
        for (var partition = lane; partition < Partitions.Count; partition += lanes)
        {
            set = set.With((short)partition);
        }

        return set;
    }

    /// <summary>Whether the partition is in the set.</summary>
    public bool Contains(short partition) => (Bits & (1UL << partition)) != 0;

    /// <summary>The set with one partition more.</summary>
    public PartitionSet With(short partition) => new(Bits | (1UL << partition));

    /// <summary>The partitions in both sets.</summary>
    public PartitionSet Intersect(PartitionSet other) => new(Bits & other.Bits);

    /// <summary>The partitions of this set that are not in the other.</summary>
    public PartitionSet Without(PartitionSet other) => new(Bits & ~other.Bits);

    /// <summary>The partitions in either set.</summary>
    public PartitionSet Union(PartitionSet other) => new(Bits | other.Bits);

    /// <inheritdoc/>
    public IEnumerator<short> GetEnumerator()
    {
        for (var bits = Bits; bits != 0; bits &= bits - 1)
        {
            yield return (short)BitOperations.TrailingZeroCount(bits);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
