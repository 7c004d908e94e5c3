namespace Workflows.WeComEmulator.Seeds;

/// <summary>A QR code that leads into groups.</summary>
public sealed record SeedJoinWay(
    string ConfigId,
    string Remark,
    string State,
    IReadOnlyList<string> ChatIds,
    string? RoomBaseName = null
);
