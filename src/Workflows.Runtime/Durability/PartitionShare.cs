namespace Workflows.Runtime.Durability;

/// <summary>How partitions are shared out among hosts.</summary>
public static class PartitionShare
{
    /// <summary>How many partitions a host works on: an even share, the first hosts taking one of the remainder each.</summary>
    /// <param name="rank">The host's place among the living ones, from 0.</param>
    /// <param name="hosts">How many live.</param>
    public static long Of(long rank, long hosts)
    {
        var living = Math.Max(1, hosts);
        return (Partitions.Count / living) + (rank < Partitions.Count % living ? 1 : 0);
    }
}
