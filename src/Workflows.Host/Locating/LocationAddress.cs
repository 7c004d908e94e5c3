using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Api;
using Workflows.Host.Links;
using Workflows.Marketing.Contacts;

namespace Workflows.Host.Locating;

/// <summary>The same question and answer for a mini-program, which shows the words and asks by itself.</summary>
internal static class LocationAddress
{
    public static void MapLocationAddress(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/{code}/question", QuestionAsync);
        pages.MapPost("/{code}/answers", AnswerAsync);
    }

    private static async Task<Results<Ok<LocationQuestionBody>, ProblemHttpResult>> QuestionAsync(
        string code,
        LocationAnswers answers,
        EndedPage ended,
        CancellationToken cancellationToken
    ) =>
        await answers.FindAsync(code, cancellationToken) is not { } question ? NotFound()
        : ended.Holds(question.Link) ? Over(question)
        : TypedResults.Ok(
            new LocationQuestionBody(
                question.Ask.In(isChinese: true),
                question.Ask.In(isChinese: false),
                question.Ask.TextVersion,
                question.Link.EndsAt
            )
        );

    private static async Task<Results<NoContent, ProblemHttpResult>> AnswerAsync(
        string code,
        LocationBody body,
        LocationAnswers answers,
        EndedPage ended,
        CancellationToken cancellationToken
    )
    {
        if (await answers.FindAsync(code, cancellationToken) is not { } question)
        {
            return NotFound();
        }

        if (ended.Holds(question.Link))
        {
            return Over(question);
        }

        if (Mistake(body, question.Ask) is { } mistake)
        {
            return mistake;
        }

        var position = body.Agreed is true ? body.Position : null;
        return await answers.TakeAsync(question, position, body.Accuracy, "mini-program", cancellationToken) switch
        {
            null => NotFound(),
            false => Problems.Conflict("The question was answered already."),
            true => TypedResults.NoContent(),
        };
    }

    private static ProblemHttpResult? Mistake(LocationBody body, LocationAsk ask) =>
        body.Agreed is null ? Problems.BadRequest("Say in agreed whether the customer agreed.")
        : body.Agreed is false ? null
        : !ask.TextVersion.Equals(body.TextVersion, StringComparison.Ordinal)
            ? Problems.BadRequest($"Show the words of the question first: textVersion is '{ask.TextVersion}'.")
        : body.Position is null
            ? Problems.BadRequest(
                "A latitude from -90 to 90, a longitude from -180 to 180, coordinates gcj02 or wgs84."
            )
        : null;

    private static ProblemHttpResult NotFound() => Problems.NotFound("There is no such question.");

    private static ProblemHttpResult Over(LocationQuestion question) =>
        Problems.Gone($"It ended at {question.Link.EndsAt:O}.");
}
