using Workflows.Host.Studio;

namespace Workflows.Host.Auth;

/// <summary>
/// Refuses what another site makes a signed-in browser do. Browsers say where a request that changes something comes
/// from (<c>Sec-Fetch-Site</c>, <c>Origin</c>); one that carries our cookie and does not say so is refused too.
/// Programs with an API key send no cookie and are not concerned.
/// </summary>
internal static class SameOrigin
{
    public static async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        if (IsHarmless(context.Request) || IsFromHere(context.Request))
        {
            await next(context);
            return;
        }

        await TypedResults
            .Problem(
                statusCode: StatusCodes.Status403Forbidden,
                title: "Refused.",
                detail: "The request comes from another site."
            )
            .ExecuteAsync(context);
    }

    private static bool IsHarmless(HttpRequest request) =>
        IsRead(request) || !(IsBySession(request) || IsPage(request));

    // Opening a socket is a GET, but what is sent through it is not.
    private static bool IsRead(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !request.HttpContext.WebSockets.IsWebSocketRequest;

    private static bool IsBySession(HttpRequest request) =>
        request.Cookies.ContainsKey(SessionCookie.CookieName) && !ApiKeyAuthentication.IsShown(request.HttpContext);

    // Signing in and setting up are forms, which any page could send.
    private static bool IsPage(HttpRequest request) =>
        request.Path.StartsWithSegments(StudioPaths.Root, StringComparison.Ordinal);

    private static bool IsFromHere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is "same-origin" or "none";
        }

        var origin = request.Headers.Origin.ToString();
        return Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && string.Equals(from.Authority, Authority(request), StringComparison.OrdinalIgnoreCase);
    }

    private static string Authority(HttpRequest request) => new Uri($"{request.Scheme}://{request.Host}").Authority;
}
