using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workflows.Runtime.Execution.Serialization;

/// <summary>Writes and reads values with their types. What has no tag of its own is kept as JSON and comes back as lists, dictionaries and plain values.</summary>
internal static class StateValue
{
    private const int MaxDepth = 64;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static void Write(StateWriter writer, object? value, int depth = 0)
    {
        if (depth > MaxDepth)
        {
            throw new InvalidOperationException("A value of the workflow is nested too deeply to be stored.");
        }
        switch (value)
        {
            case null:
                Tag(writer, ValueTag.Null);
                break;
            case bool truth:
                Tag(writer, truth ? ValueTag.True : ValueTag.False);
                break;
            case int number:
                Tag(writer, ValueTag.Int32);
                writer.WriteSigned(number);
                break;
            case long number:
                Tag(writer, ValueTag.Int64);
                writer.WriteSigned(number);
                break;
            case string text:
                Tag(writer, ValueTag.Text);
                writer.WriteText(text);
                break;
            default:
                WriteRare(writer, value, depth);
                break;
        }
    }

    public static object? Read(ref StateReader reader, int depth = 0)
    {
        var tag = (ValueTag)reader.ReadByte();
        return depth > MaxDepth
            ? throw new InvalidDataException("The stored state of an instance is damaged.")
            : tag switch
            {
                ValueTag.Null => null,
                ValueTag.True => true,
                ValueTag.False => false,
                ValueTag.Int32 => (int)reader.ReadSigned(),
                ValueTag.Int64 => reader.ReadSigned(),
                ValueTag.Text => reader.ReadText(),
                _ => ReadRare(ref reader, tag, depth),
            };
    }

    private static void WriteRare(StateWriter writer, object value, int depth)
    {
        switch (value)
        {
            case double number:
                Tag(writer, ValueTag.Double);
                writer.WriteLong(BitConverter.DoubleToInt64Bits(number));
                break;
            case float number:
                Tag(writer, ValueTag.Single);
                writer.WriteSigned(BitConverter.SingleToInt32Bits(number));
                break;
            case decimal number:
                Tag(writer, ValueTag.Decimal);
                foreach (var part in decimal.GetBits(number))
                {
                    writer.WriteSigned(part);
                }
                break;
            case DateTimeOffset instant:
                Tag(writer, ValueTag.Instant);
                writer.WriteInstant(instant);
                break;
            case DateTime instant:
                Tag(writer, ValueTag.DateTime);
                writer.WriteLong(instant.ToBinary());
                break;
            case TimeSpan duration:
                Tag(writer, ValueTag.TimeSpan);
                writer.WriteSigned(duration.Ticks);
                break;
            case Guid id:
                Tag(writer, ValueTag.Guid);
                writer.WriteGuid(id);
                break;
            case byte[] bytes:
                Tag(writer, ValueTag.Bytes);
                writer.WriteBytes(bytes);
                break;
            default:
                WriteStructure(writer, value, depth);
                break;
        }
    }

    private static void WriteStructure(StateWriter writer, object value, int depth)
    {
        switch (value)
        {
            case JsonElement json:
                Tag(writer, ValueTag.JsonElement);
                writer.WriteText(json.ValueKind == JsonValueKind.Undefined ? "null" : json.GetRawText());
                break;
            case JsonNode json:
                Tag(writer, ValueTag.Json);
                writer.WriteText(json.ToJsonString());
                break;
            case IDictionary<string, object?> entries:
                Tag(writer, ValueTag.Dictionary);
                writer.WriteCount(entries.Count);
                foreach (var (key, entry) in entries)
                {
                    writer.WriteText(key);
                    Write(writer, entry, depth + 1);
                }
                break;
            case IList items:
                Tag(writer, ValueTag.List);
                writer.WriteCount(items.Count);
                foreach (var item in items)
                {
                    Write(writer, item, depth + 1);
                }
                break;
            case Enum name:
                Tag(writer, ValueTag.Text);
                writer.WriteText(name.ToString());
                break;
            default:
                Write(
                    writer,
                    Workflows.Expressions.Evaluation.PlainJson.ToPlain(
                        JsonSerializer.SerializeToElement(value, value.GetType(), Web)
                    ),
                    depth + 1
                );
                break;
        }
    }

    private static object? ReadRare(ref StateReader reader, ValueTag tag, int depth) =>
        tag switch
        {
            ValueTag.Double => BitConverter.Int64BitsToDouble(reader.ReadLong()),
            ValueTag.Single => BitConverter.Int32BitsToSingle((int)reader.ReadSigned()),
            ValueTag.Decimal => ReadDecimal(ref reader),
            ValueTag.Instant => reader.ReadInstant(),
            ValueTag.DateTime => DateTime.FromBinary(reader.ReadLong()),
            ValueTag.TimeSpan => TimeSpan.FromTicks(reader.ReadSigned()),
            ValueTag.Guid => reader.ReadGuid(),
            ValueTag.Bytes => reader.ReadBytes().ToArray(),
            ValueTag.JsonElement => JsonElement.Parse(reader.ReadText() ?? "null"),
            ValueTag.Json => JsonNode.Parse(reader.ReadText() ?? "null"),
            ValueTag.List => ReadList(ref reader, depth),
            ValueTag.Dictionary => ReadDictionary(ref reader, depth),
            _ => throw new InvalidDataException(
                $"The stored state of an instance holds a value of unknown kind {(byte)tag}."
            ),
        };

    private static decimal ReadDecimal(ref StateReader reader)
    {
        Span<int> parts = stackalloc int[4];
        for (var index = 0; index < parts.Length; index++)
        {
            parts[index] = (int)reader.ReadSigned();
        }
        return new decimal(parts);
    }

    private static List<object?> ReadList(ref StateReader reader, int depth)
    {
        var count = reader.ReadLength();
        var items = new List<object?>(count);
        for (var index = 0; index < count; index++)
        {
            items.Add(Read(ref reader, depth + 1));
        }
        return items;
    }

    private static Dictionary<string, object?> ReadDictionary(ref StateReader reader, int depth)
    {
        var count = reader.ReadLength();
        var entries = new Dictionary<string, object?>(count, StringComparer.Ordinal);
        for (var index = 0; index < count; index++)
        {
            var key = reader.ReadText() ?? "";
            entries[key] = Read(ref reader, depth + 1);
        }
        return entries;
    }

    private static void Tag(StateWriter writer, ValueTag tag) => writer.WriteByte((byte)tag);
}
