using System.Buffers.Binary;

namespace Workflows.Runtime.Durability;

/// <summary>Spreads subjects over a fixed number of partitions.</summary>
public static class Partitions
{
    /// <summary>The number of partitions. Rows carry their partition, so this never changes.</summary>
    public const short Count = 64;

    /// <summary>The partition of a subject: the same on every host and in every release.</summary>
    public static short Of(Guid subject)
    {
        Span<byte> bytes = stackalloc byte[16];
        subject.TryWriteBytes(bytes, bigEndian: true, out _);
        var folded = BinaryPrimitives.ReadUInt64BigEndian(bytes) ^ BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);

        // Fibonacci hashing: the top six bits of the product depend on every bit of the id.
        return (short)(unchecked(folded * 0x9E3779B97F4A7C15UL) >> 58);
    }
}
