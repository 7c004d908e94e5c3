namespace Workflows.Marketing.Contacts;

/// <summary>Tags that belong together.</summary>
/// <param name="Name">The group's name; 1–64 characters.</param>
/// <param name="Family">What its tags are about.</param>
public sealed record TagGroup(string Name, TagFamily Family)
{
    /// <summary>Whether a contact has one of its tags at most: a new one takes the place of the one before.</summary>
    public bool IsExclusive { get; init; }

    /// <summary>The tags, in the order people see them.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}
