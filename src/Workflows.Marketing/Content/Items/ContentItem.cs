using System.Text.Json.Serialization;

namespace Workflows.Marketing.Content;

/// <summary>One content as its author writes it: the document of a version.</summary>
public sealed record ContentItem
{
    /// <summary>Its id: lower case letters, digits and hyphens, at most 64.</summary>
    public string Id
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The name of its <see cref="ContentKind"/>.</summary>
    public string Kind
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>What colleagues call it.</summary>
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The drawer it lies in, or null.</summary>
    public string? Category { get; init; }

    /// <summary>What it is worth to its reader (S2-20…23).</summary>
    public IReadOnlyList<ContentValue> Values
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The counter of the limited value that it gives (S2-22), or null: each message with it takes one.</summary>
    public string? Stock { get; init; }

    /// <summary>What it speaks of (S2-42), or null.</summary>
    public ContentTheme? Theme { get; init; }

    /// <summary>How it sells, where it is a daily selling post (S2-44); or null.</summary>
    public SellingKind? Selling { get; init; }

    /// <summary>The persona that says it (S1-39), or null.</summary>
    public string? Persona { get; init; }

    /// <summary>The product it is about, or null.</summary>
    public string? Product { get; init; }

    /// <summary>What it says, by language: <c>zh</c>, <c>en</c>.</summary>
    public IReadOnlyDictionary<string, ContentText> Texts
    {
        get;
        init => field = value ?? new Dictionary<string, ContentText>(StringComparer.Ordinal);
    } = new Dictionary<string, ContentText>(StringComparer.Ordinal);

    /// <summary>The page it opens, or null.</summary>
    public string? Url { get; init; }

    /// <summary>The mini-program it opens, or null.</summary>
    public ContentPage? MiniProgram { get; init; }

    /// <summary>Its pictures, its video or its file, by their names in the library.</summary>
    public IReadOnlyList<string> Media
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The picture of its card, by its name in the library; or null.</summary>
    public string? Picture { get; init; }

    /// <summary>How many days after a click, or after it was said, an order still counts for it; null for ever (S3-35).</summary>
    public int? AttributionDays { get; init; }

    /// <summary>How many days its links lead there, from when they open or are sent; null as the installation says (S0-61).</summary>
    public int? LinkDays { get; init; }

    /// <summary>Every file of the library it names.</summary>
    [JsonIgnore]
    public IEnumerable<string> Files => Picture is null ? Media : Media.Append(Picture);

    /// <summary>What it says in a language, else in the other one.</summary>
    public ContentText In(string language) =>
        Texts.GetValueOrDefault(language) ?? Texts.Values.FirstOrDefault() ?? new ContentText();
}
