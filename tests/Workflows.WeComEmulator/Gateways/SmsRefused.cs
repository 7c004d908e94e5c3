namespace Workflows.WeComEmulator.Gateways;

/// <summary>A text message was not taken.</summary>
internal sealed record SmsRefused(string Code, string Message);
