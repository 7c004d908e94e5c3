using Workflows.Marketing.Content;

namespace Workflows.Storage.Content;

/// <summary>One version of a content. What lists ask for stands beside the document.</summary>
internal sealed class ContentVersionRow
{
    public int Tenant { get; set; }

    public required string Id { get; set; }

    public int Version { get; set; }

    public short State { get; set; }

    public required string Kind { get; set; }

    public required string Name { get; set; }

    /// <summary>Id and name in lower case: what searches look into.</summary>
    public required string Words { get; set; }

    public string? Category { get; set; }

    /// <summary>The values, each between commas; or null.</summary>
    public string? Worth { get; set; }

    public short? Theme { get; set; }

    public string? Persona { get; set; }

    /// <summary>The files it names, each between slashes; or null.</summary>
    public string? Files { get; set; }

    /// <summary>The document as JSON.</summary>
    public required string Document { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public required string ChangedBy { get; set; }

    public string? Note { get; set; }

    public static ContentVersionRow Draft(int tenant, int version, ContentItem item, ContentChange change) =>
        new()
        {
            Tenant = tenant,
            Id = item.Id,
            Version = version,
            State = (short)ContentState.Draft,
            Kind = item.Kind,
            Name = item.Name,
            Words = $"{item.Id} {item.Name}".ToLowerInvariant(),
            Category = item.Category,
            Worth = item.Values.Count == 0 ? null : $",{string.Join(',', item.Values.Select(value => (short)value))},",
            Theme = (short?)item.Theme,
            Persona = item.Persona,
            Files = item.Files.Any() ? $"/{string.Join('/', item.Files)}/" : null,
            Document = ContentJson.Write(item),
            ChangedAt = change.At,
            ChangedBy = change.By,
            Note = change.Note,
        };

    public ContentVersion ToVersion() =>
        new(ContentJson.Read<ContentItem>(Document), Version, (ContentState)State, ChangedAt, ChangedBy, Note);
}
