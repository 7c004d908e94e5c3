using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Workflows.Host.Composition;
using Workflows.Host.Links;
using Workflows.Host.Studio;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Service;
using Workflows.Marketing.Service.Orders;

namespace Workflows.Host.Service;

/// <summary><c>/rate/CODE</c>: where a customer rates a work order, once (S0-59). The code is all the page needs, and it says nothing about the customer.</summary>
internal static class RatingPages
{
    private static readonly Page Form = Page.Read("rating.html");

    public static void MapRatings(this IEndpointRouteBuilder routes)
    {
        var pages = routes
            .MapGroup("/rate")
            .AllowAnonymous()
            .ExcludeFromDescription()
            .RequireRateLimiting(LinkRate.PolicyName);
        pages.MapGet("/{code}", AskAsync);
        pages.MapPost("/{code}", RateAsync).DisableAntiforgery();
    }

    private static async Task<IResult> AskAsync(
        string code,
        HttpContext context,
        WorkOrderDesk desk,
        CancellationToken cancellationToken
    ) =>
        await FindAsync(code, desk, cancellationToken) switch
        {
            null => RatingWords.None.Answer(context, StatusCodes.Status404NotFound),
            { Rating: not null } => RatingWords.Already.Answer(context),
            _ => Ask(code, context),
        };

    private static IResult Ask(string code, HttpContext context)
    {
        context.Response.Headers.Vary = "Accept-Language";
        return Form.Answer(
            context,
            new Dictionary<string, string>(RatingWords.For(context.Request), StringComparer.Ordinal) { ["Code"] = code }
        );
    }

    private static async Task<IResult> RateAsync(
        string code,
        HttpContext context,
        [FromForm] string? rating,
        [FromForm] string? comment,
        WorkOrderDesk desk,
        IContactStore contacts,
        ContactEventIntake intake,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(code, desk, cancellationToken) is not { } order)
        {
            return RatingWords.None.Answer(context, StatusCodes.Status404NotFound);
        }

        if (
            !int.TryParse(rating, NumberStyles.None, CultureInfo.InvariantCulture, out var stars) || stars is < 1 or > 5
        )
        {
            return RatingWords.Wrong.Answer(context, StatusCodes.Status400BadRequest);
        }

        var rated = await desk.RateAsync(order.Id, stars, comment, clock.GetUtcNow(), cancellationToken);
        if ((rated ?? await desk.FindAsync(order.Id, cancellationToken)) is { Rating: { } counts } final)
        {
            // Told again where an earlier attempt broke off in between: the event's id is the work order's.
            await TellAsync(final, counts, contacts, intake, clock.GetUtcNow(), cancellationToken);
        }

        return rated is null ? RatingWords.Already.Answer(context) : RatingWords.Thanks.Answer(context);
    }

    private static async Task TellAsync(
        WorkOrder order,
        int rating,
        IContactStore contacts,
        ContactEventIntake intake,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (
            await contacts.FindAsync(Tenants.Default, order.ContactId, cancellationToken) is
            { Identities.Count: > 0 } contact
        )
        {
            var told = ServiceTelling.RatingOf(order, rating, contact.Identities, now);
            await intake.AcceptAsync(Tenants.Default, [told], cancellationToken);
        }
    }

    private static async Task<WorkOrder?> FindAsync(
        string code,
        WorkOrderDesk desk,
        CancellationToken cancellationToken
    ) =>
        RatingLinks.Read(code) is { } id && await desk.FindAsync(id, cancellationToken) is { Asks: > 0 } order
            ? order
            : null;
}
