namespace Workflows.Host.WeCom;

/// <summary>Tags for a group.</summary>
/// <param name="Group">The group's name; a new name makes a new group.</param>
/// <param name="Tags">The tags' names.</param>
internal sealed record CorpTagsToAdd(string? Group, IReadOnlyList<string>? Tags)
{
    /// <summary>What is missing, or null.</summary>
    public string? Mistake() =>
        string.IsNullOrWhiteSpace(Group) ? "'group' has to name a group of tags."
        : Tags is not { Count: > 0 } || Tags.Any(tag => string.IsNullOrWhiteSpace(tag) || tag.Length > 30)
            ? "'tags' has to hold names of 1 to 30 characters."
        : null;
}
