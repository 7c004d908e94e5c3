namespace Workflows.WeComEmulator.Phones;

/// <summary>A QR code that hangs somewhere.</summary>
/// <param name="IsGroup">Whether it leads into a group instead of to a member.</param>
internal sealed record Poster(string ConfigId, bool IsGroup, string Title, string? State, string Qr);
