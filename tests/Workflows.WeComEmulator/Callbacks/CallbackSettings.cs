namespace Workflows.WeComEmulator.Callbacks;

/// <summary>Where events go, and the secrets of the callback as the company's console shows them.</summary>
/// <param name="Url">The receiver; null sends nothing.</param>
/// <param name="EncodingAesKey">43 letters.</param>
public sealed record CallbackSettings(string? Url, string Token, string EncodingAesKey);
