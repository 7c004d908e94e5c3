namespace Workflows.Marketing.Channels.Sms;

/// <summary>What the gateway is asked: one key always has one content.</summary>
/// <param name="Key">The effect key; the gateway drops the second one.</param>
/// <param name="Phone">The customer's number.</param>
/// <param name="Signature">The sender's name.</param>
/// <param name="Template">The gateway's template.</param>
/// <param name="Fields">The values of the template, by name.</param>
/// <param name="Text">The whole text, for gateways that have no templates.</param>
/// <param name="Purpose">Why it is sent.</param>
internal sealed record SmsBody(
    string Key,
    string Phone,
    string Signature,
    string Template,
    IReadOnlyDictionary<string, string> Fields,
    string Text,
    string Purpose
);
