namespace Workflows.Host.Api;

/// <summary>Which contacts to list.</summary>
/// <param name="Kind">With <paramref name="Identity"/>: phone, external_userid, unionid or openid.</param>
/// <param name="Identity">Only the contact known by this name.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="Limit">How many at most; 1 to 1000, 100 unless given.</param>
internal sealed record ContactsQuery(string? Kind, string? Identity, string? After, int? Limit);
