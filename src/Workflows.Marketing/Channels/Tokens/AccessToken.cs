namespace Workflows.Marketing.Channels.Tokens;

/// <summary>What stands for an application's secret in its calls.</summary>
/// <param name="Value">The token, at most 512 bytes; as stored, sealed with the secret.</param>
/// <param name="ExpiresAt">When it ends, two hours after it was given unless WeCom ends it earlier.</param>
public sealed record AccessToken(string Value, DateTimeOffset ExpiresAt);
