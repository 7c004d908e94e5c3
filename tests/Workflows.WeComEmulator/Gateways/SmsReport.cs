namespace Workflows.WeComEmulator.Gateways;

/// <summary>What became of a text message.</summary>
internal sealed record SmsReport(string Status);
