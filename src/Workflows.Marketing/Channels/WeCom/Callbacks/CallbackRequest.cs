namespace Workflows.Marketing.Channels.WeCom.Callbacks;

/// <summary>A request's signed parts, as its address says them.</summary>
/// <param name="Signature">The parameter <c>msg_signature</c>.</param>
/// <param name="Timestamp">The parameter <c>timestamp</c>: seconds since 1970.</param>
/// <param name="Nonce">The parameter <c>nonce</c>.</param>
public sealed record CallbackRequest(string? Signature, string? Timestamp, string? Nonce);
