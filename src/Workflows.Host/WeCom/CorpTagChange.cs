namespace Workflows.Host.WeCom;

/// <summary>What becomes of a tag, or a group of tags.</summary>
/// <param name="Name">Its new name; null leaves it.</param>
/// <param name="Order">Its new place, greater ones first; null leaves it.</param>
internal sealed record CorpTagChange(string? Name = null, int? Order = null)
{
    /// <summary>What is missing, or null.</summary>
    public string? Mistake() =>
        Name is null && Order is null ? "Give 'name' or 'order'."
        : Name is { Length: 0 or > 30 } ? "'name' has 1 to 30 characters."
        : null;
}
