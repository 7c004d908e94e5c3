using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Workflows.Runtime.Execution.Serialization;

/// <summary>Writes the compact binary form: numbers of variable length, text in UTF-8.</summary>
internal readonly ref struct StateWriter(IBufferWriter<byte> output)
{
    public void WriteByte(byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }

    public void WriteUnsigned(ulong value)
    {
        var span = output.GetSpan(10);
        var used = 0;
        while (value >= 0x80)
        {
            span[used++] = (byte)(value | 0x80);
            value >>= 7;
        }
        span[used++] = (byte)value;
        output.Advance(used);
    }

    public void WriteCount(int value) => WriteUnsigned((uint)value);

    /// <summary>Small negative numbers are short, too.</summary>
    public void WriteSigned(long value) => WriteUnsigned((ulong)((value << 1) ^ (value >> 63)));

    public void WriteText(string? value)
    {
        if (value is null)
        {
            WriteUnsigned(0);
            return;
        }
        var length = Encoding.UTF8.GetByteCount(value);
        WriteUnsigned((ulong)length + 1);
        Encoding.UTF8.GetBytes(value, output.GetSpan(Math.Max(1, length)));
        output.Advance(length);
    }

    public void WriteBytes(ReadOnlySpan<byte> value)
    {
        WriteUnsigned((ulong)value.Length);
        output.Write(value);
    }

    public void WriteGuid(Guid value)
    {
        value.TryWriteBytes(output.GetSpan(16));
        output.Advance(16);
    }

    public void WriteLong(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(output.GetSpan(8), value);
        output.Advance(8);
    }

    public void WriteInstant(DateTimeOffset value)
    {
        WriteLong(value.UtcTicks);
        WriteSigned((long)value.Offset.TotalMinutes);
    }
}
