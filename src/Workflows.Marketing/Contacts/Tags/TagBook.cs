namespace Workflows.Marketing.Contacts;

/// <summary>The tags that the workspace knows, by group (S3-54). Immutable, and safe on every thread.</summary>
public sealed class TagBook
{
    private readonly Dictionary<string, TagGroup> _byTag = new(StringComparer.Ordinal);

    /// <param name="groups">The groups; a tag is in one of them at most.</param>
    public TagBook(IReadOnlyList<TagGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        Groups = groups;
        foreach (var group in groups)
        {
            foreach (var tag in group.Tags)
            {
                _byTag[tag] = group;
            }
        }
    }

    /// <summary>A workspace without a catalogue: any tag goes, and none excludes another.</summary>
    public static TagBook None { get; } = new([]);

    /// <summary>The groups, in the order of the document.</summary>
    public IReadOnlyList<TagGroup> Groups { get; }

    /// <summary>The group of a tag, or null.</summary>
    public TagGroup? Find(string tag) => _byTag.GetValueOrDefault(tag);

    /// <summary>The tags that a contact cannot have beside this one.</summary>
    public IReadOnlyList<string> Rivals(string tag) =>
        Find(tag) is { IsExclusive: true } group
            ? [.. group.Tags.Where(other => !other.Equals(tag, StringComparison.Ordinal))]
            : [];
}
