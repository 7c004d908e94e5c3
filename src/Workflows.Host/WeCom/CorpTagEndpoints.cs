using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Workflows.Host.Api;
using Workflows.Host.Auth;
using Workflows.Marketing.Channels.WeCom.Tags;
using Workflows.Storage.Users;

namespace Workflows.Host.WeCom;

/// <summary><c>/api/wecom/tags</c>: the company's tags as WeCom keeps them (S3-54). Every answer holds all of them as they are now.</summary>
internal static class CorpTagEndpoints
{
    public static void MapCorpTags(this IEndpointRouteBuilder routes)
    {
        var tags = routes.MapGroup("/wecom/tags").WithTags("WeCom");
        tags.MapGet("/", ListAsync)
            .WithSummary("The company's tags by group, as WeCom keeps them.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status502BadGateway);
        tags.MapPost("/", AddAsync)
            .Allow(Role.Operator)
            .WithSummary("Adds tags to a group at WeCom; a new name makes a new group.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status502BadGateway);
        tags.MapPatch("/{id}", EditAsync)
            .Allow(Role.Operator)
            .WithSummary("Renames or moves a tag or a group of tags at WeCom, by WeCom's id.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status502BadGateway);
        tags.MapDelete("/{id}", RemoveAsync)
            .Allow(Role.Operator)
            .WithSummary("Removes a tag at WeCom, and so takes it off every customer; with ?group=true a whole group.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status502BadGateway);
    }

    private static async Task<Results<Ok<IReadOnlyList<CorpTagGroup>>, ProblemHttpResult>> ListAsync(
        [FromServices] CorpTagDesk? desk,
        CancellationToken cancellationToken
    ) => desk is null ? WeComAnswers.NotThere() : Answer(await desk.ListAsync(cancellationToken));

    private static async Task<Results<Ok<IReadOnlyList<CorpTagGroup>>, ProblemHttpResult>> AddAsync(
        CorpTagsToAdd body,
        [FromServices] CorpTagDesk? desk,
        CancellationToken cancellationToken
    ) =>
        desk is null ? WeComAnswers.NotThere()
        : body.Mistake() is { } mistake ? Problems.BadRequest(mistake)
        : Answer(await desk.AddAsync(body.Group!, body.Tags!, cancellationToken));

    private static async Task<Results<Ok<IReadOnlyList<CorpTagGroup>>, ProblemHttpResult>> EditAsync(
        string id,
        CorpTagChange body,
        [FromServices] CorpTagDesk? desk,
        CancellationToken cancellationToken
    ) =>
        desk is null ? WeComAnswers.NotThere()
        : body.Mistake() is { } mistake ? Problems.BadRequest(mistake)
        : Answer(await desk.EditAsync(id, body.Name, body.Order, cancellationToken));

    private static async Task<Results<Ok<IReadOnlyList<CorpTagGroup>>, ProblemHttpResult>> RemoveAsync(
        string id,
        bool? group,
        [FromServices] CorpTagDesk? desk,
        CancellationToken cancellationToken
    ) =>
        desk is null
            ? WeComAnswers.NotThere()
            : Answer(await desk.RemoveAsync(group is true ? [] : [id], group is true ? [id] : [], cancellationToken));

    private static Results<Ok<IReadOnlyList<CorpTagGroup>>, ProblemHttpResult> Answer(CorpTagOutcome outcome) =>
        outcome.Failure is { } failure ? WeComAnswers.Refused(failure) : TypedResults.Ok(outcome.Groups);
}
