namespace Workflows.WeComEmulator.Seeds;

/// <summary>A QR code that hangs in a store.</summary>
public sealed record SeedContactWay(
    string ConfigId,
    string Remark,
    string State,
    IReadOnlyList<string> Users,
    bool SkipVerify = true
);
