using Workflows.Runtime.Durability;

namespace Workflows.Storage.Work;

internal static class PartitionOrder
{
    /// <summary>The partitions of the set, beginning at another one each turn.</summary>
    public static short[] From(PartitionSet partitions, int turn)
    {
        short[] all = [.. partitions];
        if (all.Length == 0)
        {
            return all;
        }

        var start = (int)((uint)turn % (uint)all.Length);
        return [.. all.AsSpan(start), .. all.AsSpan(0, start)];
    }
}
