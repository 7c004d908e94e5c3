namespace Workflows.Marketing.Content;

/// <summary>A content as it was, or will be, sent: nothing of it changes once it has left the state of a draft.</summary>
/// <param name="Item">What it is.</param>
/// <param name="Version">Its number, from 1.</param>
/// <param name="State">Where it stands.</param>
/// <param name="ChangedAt">When that was last changed.</param>
/// <param name="ChangedBy">By whom.</param>
/// <param name="Note">What was said about the last step, or null.</param>
public sealed record ContentVersion(
    ContentItem Item,
    int Version,
    ContentState State,
    DateTimeOffset ChangedAt,
    string ChangedBy,
    string? Note = null
)
{
    /// <summary>Its name in journeys and messages.</summary>
    public ContentRef Ref => new(Item.Id, Version);
}
