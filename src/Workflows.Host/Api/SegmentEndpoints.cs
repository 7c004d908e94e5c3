using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Composition;
using Workflows.Host.Documents;
using Workflows.Marketing.Segments;

namespace Workflows.Host.Api;

/// <summary>Segments: the contacts for whom a rule holds.</summary>
internal static class SegmentEndpoints
{
    private const int DefaultLimit = 20;

    public static void MapSegments(this IEndpointRouteBuilder routes) =>
        routes
            .MapGroup("/segments")
            .WithTags("Segments")
            .MapPost("/preview", PreviewAsync)
            .WithSummary("How many contacts a rule takes, a page of them, and how the answer is found.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<SegmentPreview>, ProblemHttpResult>> PreviewAsync(
        SegmentPreviewBody body,
        HttpRequest request,
        SegmentSource source,
        ISegmentStore store,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (Paging.Mistake(body.Limit) is { } mistake)
        {
            return mistake;
        }

        if (!Paging.TryReadId(body.After, out var after))
        {
            return Paging.UnknownCursor();
        }

        var (reading, problem) = await ReadAsync(body, source, cancellationToken);
        if (reading?.Segment is not { } segment)
        {
            return problem ?? Problems.From(reading!.Diagnostics, "The segment cannot be asked.");
        }

        var question = new SegmentQuestion(Tenants.Default, segment, body.Now ?? clock.GetUtcNow());
        var limit = body.Limit ?? DefaultLimit;
        var page = await store.ListAsync(question, after, limit, cancellationToken);
        return TypedResults.Ok(
            new SegmentPreview(
                segment.Rule,
                question.Now,
                await store.CountAsync(question, cancellationToken),
                new Page<ContactBody>(
                    [.. page.Select(ContactBody.From)],
                    page.Count < limit ? null : page[^1].Id.ToString("N")
                ),
                PlanBody.From(store.Explain(question), Languages.Find(request.Headers.AcceptLanguage))
            )
        );
    }

    private static async Task<(SegmentReading? Reading, ProblemHttpResult? Problem)> ReadAsync(
        SegmentPreviewBody body,
        SegmentSource source,
        CancellationToken cancellationToken
    )
    {
        var choice = body.Choice ?? SegmentChoice.FirstMatch;
        switch (body)
        {
            case { Where: { } condition, RuleSet: null, Document: null }:
                return (SegmentSource.OfCondition(condition), null);
            case { Where: null, RuleSet: { } name, Document: null }:
                var published = await source.FindAsync(name, choice, cancellationToken);
                return published is null
                    ? (null, Problems.NotFound($"There is no rule set '{name}'."))
                    : (published.Choose(body.Rule), null);
            case { Where: null, RuleSet: null, Document: { } document }:
                var read = await source.ReadAsync(document.GetRawText(), name: null, choice, cancellationToken);
                return (read.Choose(body.Rule), null);
            default:
                return (null, Problems.BadRequest("Give one of 'where', 'ruleSet' and 'document'."));
        }
    }
}
