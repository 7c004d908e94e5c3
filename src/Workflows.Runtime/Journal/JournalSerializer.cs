using System.Buffers;
using System.Collections.ObjectModel;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Execution.Serialization;

namespace Workflows.Runtime.Journal;

/// <summary>The stored form of what one turn did: compact binary, its version first.</summary>
public static class JournalSerializer
{
    private const byte Format = 2;

    // Rows of the first format hold no values.
    private const byte FormatWithoutValues = 1;

    /// <summary>Writes the entries of a turn.</summary>
    public static byte[] Write(IReadOnlyList<JournalEntry> entries)
    {
        var output = new ArrayBufferWriter<byte>(16 + (8 * entries.Count));
        var writer = new StateWriter(output);
        writer.WriteByte(Format);
        writer.WriteCount(entries.Count);
        for (var index = 0; index < entries.Count; index++)
        {
            Write(writer, entries[index]);
        }

        return output.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="Write(IReadOnlyList{JournalEntry})"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged, or written by a newer version.</exception>
    public static IReadOnlyList<JournalEntry> Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new StateReader(bytes);
        var format = reader.ReadByte();
        if (format is not (Format or FormatWithoutValues))
        {
            throw new InvalidDataException($"A row of the journal has the unknown format {format}.");
        }

        var entries = new JournalEntry[reader.ReadLength()];
        for (var index = 0; index < entries.Length; index++)
        {
            entries[index] = ReadEntry(ref reader, format != FormatWithoutValues);
        }

        return entries;
    }

    private static void Write(StateWriter writer, JournalEntry entry)
    {
        writer.WriteByte((byte)entry.Event);
        writer.WriteCount(entry.Sequence);
        writer.WriteCount(entry.NodeId);
        writer.WriteCount(entry.FrameId);
        writer.WriteCount(entry.ParentFrameId);

        // 0: it named no outcomes, which is not the same as naming none.
        writer.WriteCount(entry.Outcomes is null ? 0 : entry.Outcomes.Names.Length + 1);
        foreach (var name in entry.Outcomes?.Names ?? [])
        {
            writer.WriteText(name);
        }

        WriteValues(writer, entry.Data);
        WriteValues(writer, entry.Values?.Inputs);
        WriteValues(writer, entry.Values?.Outputs);
    }

    private static void WriteValues(StateWriter writer, IReadOnlyDictionary<string, object?>? values)
    {
        writer.WriteCount(values?.Count ?? 0);
        foreach (var (name, value) in values ?? ReadOnlyDictionary<string, object?>.Empty)
        {
            writer.WriteText(name);
            StateValue.Write(writer, value);
        }
    }

    private static JournalEntry ReadEntry(ref StateReader reader, bool hasValues)
    {
        var what = (JournalEvent)reader.ReadByte();
        var sequence = reader.ReadCount();
        var node = reader.ReadCount();
        var frame = reader.ReadCount();
        var parent = reader.ReadCount();
        var outcomes = ReadOutcomes(ref reader);
        var data = ReadData(ref reader);
        var values = hasValues ? ReadValues(ref reader) : null;
        return new JournalEntry(sequence, what, node, frame, parent, outcomes, data, values);
    }

    private static JournalValues? ReadValues(ref StateReader reader)
    {
        var inputs = ReadData(ref reader);
        var outputs = ReadData(ref reader);
        return inputs is null && outputs is null
            ? null
            : new JournalValues(inputs ?? NoInput.Values, outputs ?? NoInput.Values);
    }

    private static Outcomes? ReadOutcomes(ref StateReader reader)
    {
        var count = reader.ReadLength();
        if (count == 0)
        {
            return null;
        }

        var names = new string[count - 1];
        for (var index = 0; index < names.Length; index++)
        {
            names[index] = reader.ReadText() ?? "";
        }

        return new Outcomes(names);
    }

    private static Dictionary<string, object?>? ReadData(ref StateReader reader)
    {
        var count = reader.ReadLength();
        if (count == 0)
        {
            return null;
        }

        var data = new Dictionary<string, object?>(count, StringComparer.Ordinal);
        for (var index = 0; index < count; index++)
        {
            data[reader.ReadText() ?? ""] = StateValue.Read(ref reader);
        }

        return data;
    }
}
