namespace Workflows.Marketing.Channels.WeCom.Errors;

/// <summary>One error code of WeCom.</summary>
/// <param name="Code">The <c>errcode</c>.</param>
/// <param name="Kind">What to do about it.</param>
/// <param name="Official">WeCom's own words.</param>
/// <param name="Meaning">The same in English; for a configuration error, what to change.</param>
internal sealed record WeComError(int Code, WeComErrorKind Kind, string Official, string Meaning);
