namespace Workflows.WeComEmulator.Gateways;

/// <summary>A text message that somebody sends; what else comes with it is of no interest here.</summary>
internal sealed record SmsRequest(string? Key, string? Phone, string? Signature, string? Text);
