using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Workflows.Host.Api;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Marketing.Channels.WeCom.GroupWelcomes;
using Workflows.Storage.Users;

namespace Workflows.Host.WeCom;

/// <summary><c>/api/wecom/group-welcomes</c>: what new members of groups are greeted with; owners choose one in the WeCom client.</summary>
internal static class GroupWelcomeEndpoints
{
    public static void MapGroupWelcomes(this IEndpointRouteBuilder routes)
    {
        var welcomes = routes.MapGroup("/wecom/group-welcomes").WithTags("WeCom");
        welcomes.MapGet("/", ListAsync).WithSummary("All group welcomes, by name.");
        welcomes
            .MapGet("/{name}", GetAsync)
            .WithSummary("One group welcome.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        welcomes
            .MapPut("/{name}", PutAsync)
            .Allow(Role.Operator)
            .WithSummary("Makes a group welcome at WeCom, or changes it; owners put it into their groups.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status502BadGateway);
        welcomes
            .MapDelete("/{name}", RemoveAsync)
            .Allow(Role.Operator)
            .WithSummary("Removes a group welcome at WeCom.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status502BadGateway);
    }

    private static async Task<Ok<IReadOnlyList<GroupWelcomeBody>>> ListAsync(
        IGroupWelcomeStore store,
        CancellationToken cancellationToken
    )
    {
        var list = await store.ListAsync(Tenants.Default, cancellationToken);
        return TypedResults.Ok<IReadOnlyList<GroupWelcomeBody>>([.. list.Select(GroupWelcomeBody.From)]);
    }

    private static async Task<Results<Ok<GroupWelcomeBody>, ProblemHttpResult>> GetAsync(
        string name,
        IGroupWelcomeStore store,
        CancellationToken cancellationToken
    ) =>
        await store.FindAsync(Tenants.Default, name, cancellationToken) is { } kept
            ? TypedResults.Ok(GroupWelcomeBody.From(kept))
            : Unknown(name);

    private static async Task<Results<Ok<GroupWelcomeBody>, ProblemHttpResult>> PutAsync(
        string name,
        GroupWelcomeBody body,
        [FromServices] GroupWelcomeDesk? desk,
        CancellationToken cancellationToken
    )
    {
        if (desk is null)
        {
            return WeComAnswers.NotThere();
        }

        var outcome = await desk.PutAsync(body.ToWelcome(name), cancellationToken);
        return outcome switch
        {
            { Mistakes.Count: > 0 } => Problems.From(outcome.Mistakes, "The welcome has errors."),
            { Failure: { } failure } => WeComAnswers.Refused(failure),
            _ => TypedResults.Ok(GroupWelcomeBody.From(outcome.Kept!)),
        };
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        string name,
        [FromServices] GroupWelcomeDesk? desk,
        CancellationToken cancellationToken
    ) =>
        desk is null
            ? WeComAnswers.NotThere()
            : await desk.RemoveAsync(name, cancellationToken) switch
            {
                null => Unknown(name),
                { Failure: { } failure } => WeComAnswers.Refused(failure),
                _ => TypedResults.NoContent(),
            };

    private static ProblemHttpResult Unknown(string name) => Problems.NotFound($"There is no group welcome '{name}'.");
}
