using System.Buffers.Binary;
using System.Text;

namespace Workflows.Runtime.Execution.Serialization;

/// <summary>Reads what <see cref="StateWriter"/> wrote.</summary>
internal ref struct StateReader(ReadOnlySpan<byte> input)
{
    private ReadOnlySpan<byte> _rest = input;

    public byte ReadByte() => Take(1)[0];

    public ulong ReadUnsigned()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = ReadByte();
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
        throw Damaged();
    }

    public int ReadCount()
    {
        var value = ReadUnsigned();
        return value <= int.MaxValue ? (int)value : throw Damaged();
    }

    /// <summary>A number of things that follow, each at least one byte long.</summary>
    public int ReadLength()
    {
        var value = ReadCount();
        return value <= _rest.Length ? value : throw Damaged();
    }

    public long ReadSigned()
    {
        var value = ReadUnsigned();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    public string? ReadText()
    {
        var length = ReadUnsigned();
        return length switch
        {
            0 => null,
            1 => "",
            _ when length - 1 <= (ulong)_rest.Length => Encoding.UTF8.GetString(Take((int)length - 1)),
            _ => throw Damaged(),
        };
    }

    public ReadOnlySpan<byte> ReadBytes() => Take(ReadLength());

    public Guid ReadGuid() => new(Take(16));

    public long ReadLong() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    public DateTimeOffset ReadInstant()
    {
        var ticks = ReadLong();
        var offset = TimeSpan.FromMinutes(ReadSigned());
        return new DateTimeOffset(ticks, TimeSpan.Zero).ToOffset(offset);
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length)
        {
            throw Damaged();
        }
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    private static InvalidDataException Damaged() => new("The stored state of an instance is damaged.");
}
