namespace Workflows.Marketing.Channels.WeCom.Calls;

/// <summary>One call of the API.</summary>
/// <param name="Api">The path, for example <c>/cgi-bin/externalcontact/add_msg_template</c>; quotas are counted by it.</param>
/// <param name="Query">What follows the token in the address, for example <c>userid=zhangsan</c>, or null.</param>
/// <param name="Body">Makes the body, anew for every attempt; null for GET.</param>
/// <param name="Repeat">When it may be repeated by itself.</param>
internal sealed record WeComRequest(string Api, string? Query, Func<HttpContent>? Body, Repeat Repeat);
