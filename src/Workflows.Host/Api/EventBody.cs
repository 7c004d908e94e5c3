using System.Text.Json.Nodes;

namespace Workflows.Host.Api;

/// <summary>An event as the API takes it; the reader in Marketing is what decides, this describes.</summary>
/// <param name="Source">The system that reports it, e.g. <c>shop</c>.</param>
/// <param name="Id">Its id in that system; source and id together name the event.</param>
/// <param name="Type">What happened, e.g. <c>order.paid</c>.</param>
/// <param name="At">When it happened, with the offset from UTC.</param>
/// <param name="Contact">Who did it: one or more of phone, external_userid, unionid, openid.</param>
/// <param name="Data">The rest.</param>
internal sealed record EventBody(
    string Source,
    string Id,
    string Type,
    DateTimeOffset At,
    Dictionary<string, string> Contact,
    JsonObject? Data
);
