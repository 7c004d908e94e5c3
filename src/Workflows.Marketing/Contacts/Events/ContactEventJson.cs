using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Contacts;

/// <summary>
/// Events as JSON: <c>{"source","id","type","at","contact":{"external_userid":…},"data":{…}}</c>, alone or in an array.
/// </summary>
public static class ContactEventJson
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 32 };

    /// <summary>Reads one event or an array of them.</summary>
    /// <param name="utf8">The text; anything at all.</param>
    /// <returns>The events, or everything that is wrong with the text, at most 100 mistakes, each with its JSON path.</returns>
    public static (IReadOnlyList<ContactEvent> Events, IReadOnlyList<Diagnostic> Diagnostics) Read(
        ReadOnlyMemory<byte> utf8
    )
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, Reading);
            return Read(document.RootElement);
        }
        catch (JsonException broken)
        {
            var place = string.Create(
                CultureInfo.InvariantCulture,
                $"line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}"
            );
            return ([], [new Diagnostic("EVT010", $"This is not JSON: {place}.", "$")]);
        }
    }

    /// <summary>Writes one event; <see cref="Read(ReadOnlyMemory{byte})"/> gives it back.</summary>
    public static byte[] Write(ContactEvent contactEvent)
    {
        ArgumentNullException.ThrowIfNull(contactEvent);
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            json.WriteString("source", contactEvent.Source);
            json.WriteString("id", contactEvent.Id);
            json.WriteString("type", contactEvent.Type);
            json.WriteString("at", contactEvent.At);
            json.WriteStartObject("contact");
            foreach (var identity in contactEvent.Identities)
            {
                json.WriteString(identity.KindName, identity.Value);
            }

            json.WriteEndObject();
            if (contactEvent.Data is not null)
            {
                json.WritePropertyName("data");
                json.WriteRawValue(contactEvent.Data);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    internal static (IReadOnlyList<ContactEvent> Events, IReadOnlyList<Diagnostic> Diagnostics) Read(JsonElement root)
    {
        var reading = new ContactEventReading();
        if (root.ValueKind != JsonValueKind.Array)
        {
            return reading.Finish([reading.ReadEvent(root, "$")]);
        }

        List<ContactEvent?> events = new(root.GetArrayLength());
        foreach (var element in root.EnumerateArray())
        {
            events.Add(reading.ReadEvent(element, string.Create(CultureInfo.InvariantCulture, $"$[{events.Count}]")));
        }

        return reading.Finish(events);
    }
}
