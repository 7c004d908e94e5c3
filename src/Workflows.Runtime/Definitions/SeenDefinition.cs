namespace Workflows.Runtime.Definitions;

/// <summary>What an author saw before changing it: a save is refused where somebody else has saved meanwhile.</summary>
/// <param name="Version">The version.</param>
/// <param name="Revision">The revision of its row; null where the author cannot know it.</param>
/// <param name="Editor">Who saves. Saves of one editor may overtake each other, and are never a conflict with themselves.</param>
public sealed record SeenDefinition(int Version, int? Revision, string Editor)
{
    /// <summary>Whether somebody else has changed the workflow since.</summary>
    /// <param name="latest">The latest version now; null when there is none.</param>
    public bool IsOutdatedBy(StoredDefinition? latest) =>
        latest is not null
        && (latest.Version != Version || (Revision is { } revision && latest.Revision != revision))
        && !string.Equals(latest.SavedBy, Editor, StringComparison.Ordinal);
}
