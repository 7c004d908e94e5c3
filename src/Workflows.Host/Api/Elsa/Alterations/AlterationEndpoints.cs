using Workflows.Host.Api.Elsa.Instances;
using Workflows.Host.Auth;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Elsa.Alterations;

/// <summary>What an operator changes about instances: variables, activities, the end; and running again what failed.</summary>
internal static class AlterationEndpoints
{
    public static void MapAlterations(this IEndpointRouteBuilder routes)
    {
        var alterations = routes.MapGroup("/alterations").Allow(Role.Operator);
        alterations.MapPost("/run", RunAsync);
        alterations.MapPost("/dry-run", FindAsync);
        alterations.MapPost("/submit", SubmitAsync);
        alterations.MapPost("/workflows/retry", RetryAsync);
    }

    private static async Task<IResult> RunAsync(
        AlterationRequest request,
        AlterationPlans plans,
        CancellationToken cancellationToken
    )
    {
        if (request.Alterations is not { Length: > 0 } alterations)
        {
            return ElsaProblem.BadRequest("There are no alterations in the request.");
        }

        var ids = ElsaIds.Read(request.WorkflowInstanceIds).Distinct().ToList();
        return Results.Ok(new { results = await plans.RunAsync(ids, alterations, cancellationToken) });
    }

    private static async Task<object> FindAsync(
        AlterationFilter filter,
        AlterationPlans plans,
        CancellationToken cancellationToken
    ) => new { workflowInstanceIds = (await plans.FindAsync(filter, cancellationToken)).Select(ElsaIds.Of) };

    private static async Task<IResult> SubmitAsync(
        AlterationRequest request,
        AlterationPlans plans,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (request.Alterations is not { Length: > 0 } alterations)
        {
            return ElsaProblem.BadRequest("There are no alterations in the request.");
        }

        var ids = await plans.FindAsync(request.Filter, cancellationToken);
        await plans.RunAsync(ids, alterations, cancellationToken);
        return Results.Ok(new { planId = ElsaIds.Of(Guid.CreateVersion7(clock.GetUtcNow())) });
    }

    private static async Task<object> RetryAsync(
        AlterationRequest request,
        AlterationPlans plans,
        CancellationToken cancellationToken
    )
    {
        var ids = ElsaIds.Read(request.WorkflowInstanceIds).Distinct().ToList();
        return new { results = await plans.RetryAsync(ids, request.ActivityIds, cancellationToken) };
    }
}
