namespace Workflows.WeComEmulator.Groups;

/// <summary>Somebody in a group.</summary>
/// <param name="Type">1 a member of the company, 2 a customer.</param>
/// <param name="JoinScene">1 invited directly, 2 by an invitation link, 3 by a QR code.</param>
internal sealed record GroupMember(
    string Id,
    int Type,
    DateTimeOffset JoinedAt,
    int JoinScene,
    string? State,
    string? Invitor
);
