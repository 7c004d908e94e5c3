using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Workflows.Host.Auth;

/// <summary>
/// Signs programs in by <c>Authorization: Bearer KEY</c>, <c>Authorization: ApiKey KEY</c> or <c>X-Api-Key: KEY</c>; where a
/// web socket is opened, which has no such headers in a browser, by <c>?access_token=KEY</c>.
/// </summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    ApiKeyRing keys
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";
    public const string Header = "X-Api-Key";

    private static readonly string[] Prefixes = ["Bearer ", "ApiKey "];

    // Longer than any key we make: hashing megabytes of header would be work done for a stranger.
    private const int LongestKey = 200;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Presented() is not { } key)
        {
            return AuthenticateResult.NoResult();
        }

        if (key.Length > LongestKey || await keys.FindAsync(key, Context.RequestAborted) is not { } known)
        {
            return AuthenticateResult.Fail("The API key is not known or was revoked.");
        }

        var principal = RoleClaims.Principal(SchemeName, known.Name, known.Role);
        return AuthenticateResult.Success(new AuthenticationTicket(principal, SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }

    private string? Presented()
    {
        var header = Request.Headers[Header].ToString();
        if (header.Length > 0)
        {
            return header.Trim();
        }

        var authorization = Request.Headers.Authorization.ToString();
        var prefix = Array.Find(
            Prefixes,
            prefix => authorization.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
        );
        return prefix is not null ? authorization[prefix.Length..].Trim()
            : Context.WebSockets.IsWebSocketRequest ? Request.Query["access_token"].FirstOrDefault()
            : null;
    }

    /// <summary>Whether a request shows a key at all, right or wrong.</summary>
    public static bool IsShown(HttpContext context) =>
        context.Request.Headers.ContainsKey(Header)
        || context.Request.Headers.ContainsKey("Authorization")
        || (context.WebSockets.IsWebSocketRequest && context.Request.Query.ContainsKey("access_token"));
}
