namespace Workflows.WeComEmulator.Seeds;

/// <summary>A person with WeChat, and the members whose friend they are.</summary>
public sealed record SeedCustomer(string ExternalUserId, string Name)
{
    /// <summary>0 unknown, 1 male, 2 female.</summary>
    public int Gender { get; init; }
    public string? UnionId { get; init; }
    public string? OpenId { get; init; }
    public string? Mobile { get; init; }
    public IReadOnlyList<SeedRelation> Follows { get; init; } = [];
}
