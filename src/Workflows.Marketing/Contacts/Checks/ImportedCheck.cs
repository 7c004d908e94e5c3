using System.Text.Json.Nodes;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Contacts;

/// <summary>Checks what a file or a system says a contact is, by the schema and the catalogue, and settles which tags it takes off.</summary>
internal sealed class ImportedCheck(AttributeSchema schema, TagBook tags)
{
    /// <summary>What is wrong with an event.</summary>
    /// <param name="imported">An event; one that is no <see cref="ContactEventTypes.Imported"/> is right.</param>
    /// <param name="isRow">Whether it is a whole contact, which has to have what is required.</param>
    /// <param name="path">Where its data stands.</param>
    public IReadOnlyList<Diagnostic> Check(ContactEvent imported, bool isRow, string path)
    {
        if (imported.Type is not ContactEventTypes.Imported)
        {
            return [];
        }

        var said = ContactImport.Read(imported);
        var wrong = said.Attributes.Select(one =>
            schema.Check(one.Key, AttributeValue.Normalize(one.Value), $"{path}.attributes.{one.Key}")
        );
        return
        [
            .. wrong.OfType<Diagnostic>(),
            .. isRow ? schema.Missing(said.Attributes.Select(one => one.Key), $"{path}.attributes") : [],
            .. Exclusive(said.Tags, $"{path}.tags"),
        ];
    }

    /// <summary>The event, with the tags that those it brings take the place of.</summary>
    public ContactEvent Settle(ContactEvent imported)
    {
        if (imported.Type is not ContactEventTypes.Imported || tags.Groups.Count == 0)
        {
            return imported;
        }

        string[] rivals = [.. ContactImport.Read(imported).Tags.SelectMany(tags.Rivals)];
        if (rivals.Length == 0)
        {
            return imported;
        }

        var data = JsonNode.Parse(imported.Data!)!.AsObject();
        data["without"] = new JsonArray([.. rivals.Select(tag => (JsonNode)JsonValue.Create(tag))]);
        return imported with { Data = data.ToJsonString(AttributeText.Readable) };
    }

    private IEnumerable<Diagnostic> Exclusive(IReadOnlyList<string> given, string path) =>
        given
            .Distinct(StringComparer.Ordinal)
            .GroupBy(tags.Find)
            .Where(group => group.Key is { IsExclusive: true } && group.Count() > 1)
            .Select(group => new Diagnostic(
                TagCodes.Exclusive,
                $"A contact has one tag of '{group.Key!.Name}' at most, not {string.Join(" and ", group)}.",
                path
            ));
}
