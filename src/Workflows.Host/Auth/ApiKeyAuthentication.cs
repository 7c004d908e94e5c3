using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Workflows.Host.Auth;

/// <summary>Signs programs in by <c>Authorization: Bearer KEY</c> or <c>X-Api-Key: KEY</c>.</summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    ApiKeyRing keys
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";
    public const string Header = "X-Api-Key";

    private const string BearerPrefix = "Bearer ";

    // Longer than any key we make: hashing megabytes of header would be work done for a stranger.
    private const int LongestKey = 200;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Presented() is not { } key)
        {
            return AuthenticateResult.NoResult();
        }

        if (key.Length > LongestKey || await keys.FindAsync(key, Context.RequestAborted) is not { } name)
        {
            return AuthenticateResult.Fail("The API key is not known or was revoked.");
        }

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
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
        return authorization.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase)
            ? authorization[BearerPrefix.Length..].Trim()
            : null;
    }
}
