namespace Workflows.Marketing.Channels.WeCom.Ways;

/// <summary>A way for customers to come in, as people describe it.</summary>
/// <param name="Name">Its name, which is also the <c>state</c> that comes back with the customer: 1–30 letters, digits, <c>-</c> and <c>_</c>.</param>
/// <param name="Kind">Where it leads.</param>
public sealed record WaySpec(string Name, WayKind Kind)
{
    /// <summary>The members of staff it adds, 1–100; of several WeCom chooses.</summary>
    public IReadOnlyList<string> Staff { get; init; } = [];

    /// <summary>The chat ids of the groups it leads to, 1–5: the first with room.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The source tag of those who come by it (S3-06, S3-56), or null.</summary>
    public string? SourceTag { get; init; }

    /// <summary>What it is, for people; at most 30 characters.</summary>
    public string? Remark { get; init; }

    /// <summary>Whether staff need not agree.</summary>
    public bool SkipsVerify { get; init; } = true;

    /// <summary>The store where its code hangs (S0-36), by the brand's own number; null where it hangs in none.</summary>
    public string? Store { get; init; }

    /// <summary>What new groups are called when all are full; null makes none. At most 40 characters, a number is added.</summary>
    public string? NewGroupName { get; init; }
}
