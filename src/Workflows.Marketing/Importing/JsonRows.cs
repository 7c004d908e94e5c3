using System.Text;
using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Importing;

/// <summary>
/// One JSON object a line: an event as <c>POST /api/events</c> takes it, or, without <c>type</c>, a contact
/// <c>{"contact":{"phone":…},"joinedAt":…,"attributes":{…},"tags":[…]}</c>.
/// </summary>
internal static class JsonRows
{
    public static IEnumerable<ImportRow> Read(Stream stream, ImportOptions options)
    {
        using var text = new StreamReader(stream, Encoding.UTF8, true, 64 * 1024, leaveOpen: true);
        var number = 0L;
        while (text.ReadLine() is { } line)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                var (item, mistakes) = Read(line, options);
                yield return mistakes.Count == 0
                    ? new ImportRow(number, stream.Position, item, [], null)
                    : new ImportRow(number, stream.Position, null, mistakes, line);
            }
        }
    }

    private static (ContactEvent? Event, IReadOnlyList<Diagnostic> Mistakes) Read(string line, ImportOptions options)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            var reading = new ContactEventReading();
            var isEvent = root.ValueKind != JsonValueKind.Object || root.TryGetProperty("type", out _);
            var item = isEvent ? reading.ReadEvent(root, "") : ReadContact(root, reading, options);
            var (_, mistakes) = reading.Finish([item]);
            return mistakes.Count > 0
                ? (null, [.. mistakes.Select(one => one with { Path = one.Path?.TrimStart('.') })])
                : RowCheck.Of(item!, options);
        }
        catch (JsonException)
        {
            return (null, [new Diagnostic("EVT010", "This is not JSON.", "row")]);
        }
    }

    private static ContactEvent? ReadContact(JsonElement root, ContactEventReading reading, ImportOptions options)
    {
        var identities = reading.ReadIdentities(root, "");
        var draft = new ContactDraft();
        if (root.TryGetProperty("joinedAt", out _))
        {
            draft.At = reading.ReadTime(root, "joinedAt", "");
        }

        if (root.TryGetProperty("tags", out var tags) && tags.ValueKind == JsonValueKind.Array)
        {
            draft.Tags.AddRange(
                tags.EnumerateArray()
                    .Where(tag => tag.ValueKind == JsonValueKind.String)
                    .Select(tag => tag.GetString()!.Trim())
                    .Where(tag => tag.Length > 0)
            );
        }

        if (root.TryGetProperty("attributes", out var attributes) && attributes.ValueKind == JsonValueKind.Object)
        {
            foreach (var attribute in attributes.EnumerateObject())
            {
                draft.Values[attribute.Name] = AttributeValue.FromJson(attribute.Value);
            }
        }

        return draft.ToContact(identities, options.Now);
    }
}
