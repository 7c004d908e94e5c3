using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Workflows.Host.Studio;
using Workflows.Storage.Users;

namespace Workflows.Host.Auth;

/// <summary>Keeps people signed in by a cookie that scripts cannot read and other sites cannot use to change anything.</summary>
internal static class SessionCookie
{
    public const string SchemeName = "Session";
    public const string CookieName = "workflows_session";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = CookieName;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.IsEssential = true;
        options.ExpireTimeSpan = Lifetime;
        options.SlidingExpiration = true;
        options.Events = new CookieAuthenticationEvents
        {
            OnSigningIn = context =>
            {
                // On the way to another machine the cookie needs TLS; on this one a browser may have it without.
                context.CookieOptions.Secure = !IsLoopback(context.HttpContext.Request);
                return Task.CompletedTask;
            },
            OnValidatePrincipal = ValidateAsync,
            OnRedirectToLogin = context =>
            {
                Turn(context, StatusCodes.Status401Unauthorized, StudioPaths.SignIn);
                return Task.CompletedTask;
            },
            OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            },
        };
    }

    public static Task SignInAsync(this HttpContext context, User user) =>
        context.SignInAsync(
            SchemeName,
            RoleClaims.Principal(
                SchemeName,
                user.Name,
                user.Role,
                [
                    new Claim(ClaimTypes.NameIdentifier, user.Id.ToString("N")),
                    new Claim(RoleClaims.Stamp, user.Stamp.ToString("N")),
                ]
            ),
            new AuthenticationProperties { IsPersistent = true }
        );

    public static bool IsLoopback(HttpRequest request) =>
        !request.IsHttps && request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";

    // A page is sent to the sign-in page; a call is told.
    private static void Turn(RedirectContext<CookieAuthenticationOptions> context, int status, string page)
    {
        var request = context.Request;
        if (
            HttpMethods.IsGet(request.Method)
            && request.Path.StartsWithSegments(StudioPaths.Root, StringComparison.Ordinal)
        )
        {
            context.Response.Redirect($"{page}?next={Uri.EscapeDataString(request.Path + request.QueryString)}");
        }
        else
        {
            context.Response.StatusCode = status;
        }
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<SessionCheck>();
        if (
            !await sessions.IsValidAsync(
                context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier),
                context.Principal?.FindFirstValue(RoleClaims.Stamp),
                context.HttpContext.RequestAborted
            )
        )
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(SchemeName);
        }
    }
}
