using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Api;
using Workflows.Host.Composition;
using Workflows.Marketing.Content;
using Workflows.Storage.Links;

namespace Workflows.Host.Links;

/// <summary>
/// <c>/l/CODE</c>: where customers arrive who follow a short link. Leads only where the link's message said, never where the
/// request asks. A mini-program, which opens no address, posts its code.
/// </summary>
internal static class LinkEndpoints
{
    public static void MapLinks(this IEndpointRouteBuilder routes)
    {
        var links = routes
            .MapGroup("/l")
            .AllowAnonymous()
            .ExcludeFromDescription()
            .RequireRateLimiting(LinkRate.PolicyName);
        links.MapMethods("/{code}", [HttpMethods.Get, HttpMethods.Head], FollowAsync);
        links.MapPost("/{code}", TellAsync);
    }

    private static async Task<IResult> FollowAsync(
        string code,
        HttpContext context,
        LinkLedger links,
        ClickCounter clicks,
        ClosedPage closed,
        EndedPage ended,
        OthersPage others,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(code, links, cancellationToken) is not { } link || !IsPage(link.Target))
        {
            return MissingPage.Answer(context);
        }

        if (ended.Holds(link))
        {
            return ended.Answer(context);
        }

        if (await others.HoldsAsync(link, cancellationToken))
        {
            context.Response.Headers.CacheControl = "no-store";
            return others.Answer(context);
        }

        if (HttpMethods.IsGet(context.Request.Method) && IsPerson(context.Request))
        {
            await clicks.CountAsync(link, cancellationToken);
        }

        // The next click has to come here again, and the page does not learn the code.
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (closed.Holds(link))
        {
            return closed.Answer(link, context);
        }

        return TypedResults.Redirect(link.Target);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> TellAsync(
        string code,
        LinkLedger links,
        ClickCounter clicks,
        ClosedPage closed,
        EndedPage ended,
        OthersPage others,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(code, links, cancellationToken) is not { } link)
        {
            return Problems.NotFound("There is no such link.");
        }

        if (ended.Holds(link))
        {
            return Problems.Gone($"It ended at {link.EndsAt:O}.");
        }

        if (await others.HoldsAsync(link, cancellationToken))
        {
            return Problems.Conflict("It is for other customers.");
        }

        await clicks.CountAsync(link, cancellationToken);
        if (closed.Holds(link))
        {
            return Problems.Conflict($"It opens at {link.OpensAt:O}.");
        }

        return TypedResults.NoContent();
    }

    private static async Task<FollowedLink?> FindAsync(
        string code,
        LinkLedger links,
        CancellationToken cancellationToken
    ) => LinkCode.IsCode(code) ? await links.FindAsync(Tenants.Default, code, cancellationToken) : null;

    private static bool IsPage(string target) =>
        Uri.TryCreate(target, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    private static bool IsPerson(HttpRequest request) =>
        LinkVisitor.IsPerson(
            request.Headers.UserAgent,
            $"{request.Headers["Sec-Purpose"]} {request.Headers["Purpose"]} {request.Headers["X-Purpose"]}"
        );
}
