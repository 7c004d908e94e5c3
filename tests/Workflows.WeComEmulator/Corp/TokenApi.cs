using System.Text.Json.Nodes;
using Workflows.WeComEmulator.Calls;

namespace Workflows.WeComEmulator.Corp;

/// <summary>What a client asks of the platform itself.</summary>
internal static class TokenApi
{
    public static IEnumerable<ApiMethod> Methods { get; } =
    [
        ApiMethod.Get("gettoken", GetToken),
        ApiMethod.Get("getcallbackip", _ => Answer.Ok(new { ip_list = new[] { "127.0.0.1", "::1" } })),
        ApiMethod.Get("get_api_domain_ip", _ => Answer.Ok(new { ip_list = new[] { "127.0.0.1" } })),
        ApiMethod.Get("get_jsapi_ticket", call => Ticket(call, "jsapi")),
        ApiMethod.Get("ticket/get", call => Ticket(call, call.Asked("type"))),
    ];

    private static JsonObject GetToken(Call call)
    {
        var company = call.Company;
        if (!string.Equals(call.Asked("corpid", ErrorCodes.BadCorp), company.Id, StringComparison.Ordinal))
        {
            throw new RefusedException(ErrorCodes.BadCorp);
        }

        if (!company.Apps.TryGetValue(call.Asked("corpsecret", ErrorCodes.BadSecret), out var app))
        {
            company.Tokens.CountWrongSecret(call.Now);
            throw new RefusedException(ErrorCodes.BadSecret);
        }

        var token = company.Tokens.Issue(app, call.Now);
        var expiresIn = (int)(token.Until - call.Now).TotalSeconds;
        return Answer.Ok(new { access_token = token.Value, expires_in = expiresIn });
    }

    private static JsonObject Ticket(Call call, string kind) =>
        Answer.Ok(new { ticket = $"{kind}-ticket-of-{call.App.AgentId}", expires_in = 7200 });
}
