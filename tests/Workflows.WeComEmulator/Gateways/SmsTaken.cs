namespace Workflows.WeComEmulator.Gateways;

/// <summary>A text message was taken.</summary>
internal sealed record SmsTaken(string Id);
