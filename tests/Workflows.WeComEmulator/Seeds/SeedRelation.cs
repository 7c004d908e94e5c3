namespace Workflows.WeComEmulator.Seeds;

/// <summary>A friendship that exists from the start.</summary>
public sealed record SeedRelation(string UserId, string? State = null, int AddWay = 1, string Remark = "")
{
    /// <summary>Tags by name.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<string> Mobiles { get; init; } = [];
}
