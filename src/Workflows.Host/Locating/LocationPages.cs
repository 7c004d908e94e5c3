using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Workflows.Host.Links;
using Workflows.Host.Studio;
using Workflows.Marketing.Places;

namespace Workflows.Host.Locating;

/// <summary>
/// <c>/locate/CODE</c>: where a customer agrees to say where he or she is, or does not (S0-38). The code was sent to one contact, ends with the question,
/// and takes one answer; nothing is read before the button that agrees.
/// </summary>
internal static class LocationPages
{
    private static readonly Page Form = Page.Read("locate.html");
    private static readonly string Script = StudioAssets.Read("locate.js");

    public static void MapLocating(this IEndpointRouteBuilder routes)
    {
        var pages = routes
            .MapGroup("/locate")
            .AllowAnonymous()
            .ExcludeFromDescription()
            .RequireRateLimiting(LinkRate.PolicyName);
        pages.MapGet("/locate.js", () => TypedResults.Text(Script, "text/javascript"));
        pages.MapGet("/{code}", AskAsync);
        pages.MapPost("/{code}", AnswerAsync).DisableAntiforgery();
        pages.MapLocationAddress();
    }

    private static async Task<IResult> AskAsync(
        string code,
        HttpContext context,
        LocationAnswers answers,
        EndedPage ended,
        CancellationToken cancellationToken
    )
    {
        context.Response.Headers.Vary = "Accept-Language";
        if (await answers.FindAsync(code, cancellationToken) is not { } question)
        {
            return LocationWords.None.Answer(context, StatusCodes.Status404NotFound);
        }

        return ended.Holds(question.Link)
            ? ended.Answer(context)
            : Form.Answer(
                context,
                new Dictionary<string, string>(LocationWords.For(context.Request), StringComparer.Ordinal)
                {
                    ["Code"] = code,
                    ["Why"] = question.Ask.In(LocationWords.AreChinese(context.Request)),
                    ["Version"] = question.Ask.TextVersion,
                }
            );
    }

    private static async Task<IResult> AnswerAsync(
        string code,
        HttpContext context,
        [FromForm] string? answer,
        [FromForm] string? latitude,
        [FromForm] string? longitude,
        [FromForm] string? accuracy,
        LocationAnswers answers,
        EndedPage ended,
        CancellationToken cancellationToken
    )
    {
        if (await answers.FindAsync(code, cancellationToken) is not { } question)
        {
            return LocationWords.None.Answer(context, StatusCodes.Status404NotFound);
        }

        if (ended.Holds(question.Link))
        {
            return ended.Answer(context);
        }

        var agreed = answer is "agreed";
        GeoPoint? position =
            agreed && new GeoPoint(Number(latitude), Number(longitude)) is { IsValid: true } said
                ? Gcj02.Of(said)
                : null;
        if (agreed ? position is null : answer is not "declined")
        {
            return LocationWords.Wrong.Answer(context, StatusCodes.Status400BadRequest);
        }

        var metres = Number(accuracy) is >= 0 and var exact ? exact : (double?)null;
        return await answers.TakeAsync(question, position, metres, "h5", cancellationToken) switch
        {
            null => LocationWords.None.Answer(context, StatusCodes.Status404NotFound),
            false => LocationWords.Already.Answer(context),
            true => (agreed ? LocationWords.Kept : LocationWords.Declined).Answer(context),
        };
    }

    // Nothing at all is no position: the middle of the Atlantic is what an empty field would be.
    private static double Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}
