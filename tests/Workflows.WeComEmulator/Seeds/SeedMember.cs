namespace Workflows.WeComEmulator.Seeds;

/// <summary>A member of the company.</summary>
public sealed record SeedMember(string UserId, string Name, string Store = "", int Department = 1, string Position = "")
{
    public bool Activated { get; init; } = true;
    public bool RealNamed { get; init; } = true;
    public bool ContactRight { get; init; } = true;
    public int CustomerCap { get; init; } = 5_000;
}
