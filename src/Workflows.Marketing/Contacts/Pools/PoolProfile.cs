using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Contacts;

/// <summary>What a pool is like, and where its contacts are spoken to (S3-36…42).</summary>
/// <param name="Name">The <see cref="Pool"/>.</param>
/// <param name="Volume">How many contacts it has: <c>high</c>, <c>medium</c> or <c>low</c>.</param>
/// <param name="UnitValue">What one of them is worth: <c>high</c>, <c>medium</c> or <c>low</c>.</param>
/// <param name="Carriers">Where its contacts are at home, of <see cref="Homes"/>.</param>
public sealed record PoolProfile(string Name, string Volume, string UnitValue, IReadOnlyList<Carrier> Carriers)
{
    /// <summary>The carriers a pool can have; all others only call contacts to them.</summary>
    public static IReadOnlyList<Carrier> Homes { get; } =
    [Carrier.Private, Carrier.Group, Carrier.Moments, Carrier.OfficialAccount];

    /// <summary>The words for volume and unit value.</summary>
    public static IReadOnlyList<string> Sizes { get; } = ["high", "medium", "low"];

    /// <summary>What the pools are like unless a workspace says otherwise.</summary>
    public static IReadOnlyList<PoolProfile> Presets { get; } =
    [
        // An official account with strong content, or the personal account of a persona: chats and Moments, no group (S3-36, S3-37).
        new(Pool.Nurturing, "high", "low", [Carrier.OfficialAccount, Carrier.Private, Carrier.Moments]),
        // WeCom and group, or group and WeCom (S3-40).
        new(Pool.Conversion, "medium", "medium", [Carrier.Private, Carrier.Group, Carrier.Moments]),
        // A personal account and a group, or the other way round (S3-42).
        new(Pool.Client, "low", "high", [Carrier.Private, Carrier.Group, Carrier.Moments]),
    ];
}
