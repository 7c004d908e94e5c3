using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;
using Workflows.Storage.Instances;
using Workflows.Storage.Users;

namespace Workflows.Host.Api;

/// <summary>Instances: which there are, where they stand, what they did, and how to end one.</summary>
internal static class InstanceEndpoints
{
    public static void MapInstances(this IEndpointRouteBuilder routes)
    {
        var instances = routes.MapGroup("/instances").WithTags("Instances");
        instances
            .MapGet("/", ListAsync)
            .WithSummary("Instances, newest first; by definition, sub-status and contact.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        instances
            .MapGet("/{id:guid}", GetAsync)
            .WithSummary("One instance: where it waits, what went wrong, and the first part of its journal.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        instances
            .MapGet("/{id:guid}/journal", JournalAsync)
            .WithSummary("What an instance did, turn by turn.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        instances
            .MapPost("/{id:guid}/cancel", CancelAsync)
            .Allow(Role.Operator)
            .WithSummary("Ends an instance; nothing of it goes on.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<Page<InstanceSummary>>, ProblemHttpResult>> ListAsync(
        [AsParameters] InstancesQuery query,
        InstanceQueries instances,
        CancellationToken cancellationToken
    )
    {
        if (Paging.Mistake(query.Limit) is { } mistake)
        {
            return mistake;
        }

        if (!Paging.TryReadId(query.After, out var before))
        {
            return Paging.UnknownCursor();
        }

        var limit = query.Limit ?? Paging.DefaultLimit;
        var page = await instances.ListAsync(
            Tenants.Default,
            new InstanceQuery(query.Definition, query.SubStatus, query.Contact, before, limit),
            cancellationToken
        );
        return TypedResults.Ok(new Page<InstanceSummary>(page, page.Count < limit ? null : page[^1].Id.ToString("N")));
    }

    private static async Task<Results<Ok<InstanceBody>, ProblemHttpResult>> GetAsync(
        Guid id,
        InstanceQueries instances,
        CancellationToken cancellationToken
    )
    {
        if (await instances.FindAsync(Tenants.Default, id, cancellationToken) is not { } instance)
        {
            return NotFound(id);
        }

        var journal = await ReadJournalAsync(instance, after: 0, Paging.DefaultLimit, instances, cancellationToken);
        return TypedResults.Ok(InstanceBody.From(instance, journal));
    }

    private static async Task<Results<Ok<Page<JournalBody>>, ProblemHttpResult>> JournalAsync(
        Guid id,
        string? after,
        int? limit,
        InstanceQueries instances,
        CancellationToken cancellationToken
    )
    {
        if (Paging.Mistake(limit) is { } mistake)
        {
            return mistake;
        }

        var revision = 0;
        if (
            after is { Length: > 0 }
            && !int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out revision)
        )
        {
            return Paging.UnknownCursor();
        }

        if (await instances.FindAsync(Tenants.Default, id, cancellationToken) is not { } instance)
        {
            return NotFound(id);
        }

        var turns = limit ?? Paging.DefaultLimit;
        return TypedResults.Ok(await ReadJournalAsync(instance, revision, turns, instances, cancellationToken));
    }

    private static async Task<Results<Accepted, ProblemHttpResult>> CancelAsync(
        Guid id,
        InstanceQueries instances,
        IInstanceStore store,
        WorkSignal signal,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (await instances.FindSummaryAsync(Tenants.Default, id, cancellationToken) is not { } instance)
        {
            return NotFound(id);
        }

        if (instance.Status == WorkflowStatus.Finished)
        {
            return Problems.Conflict($"The instance is over already: {instance.SubStatus}.");
        }

        WorkItem[] items =
        [
            new()
            {
                Tenant = Tenants.Default,
                Subject = instance.Subject,
                Kind = WorkKind.Cancel,
                DueAt = clock.GetUtcNow(),
                InstanceId = id,
            },
        ];
        await store.EnqueueAsync(items, cancellationToken);
        signal.Raise(items);
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<Page<JournalBody>> ReadJournalAsync(
        WorkflowInstance instance,
        int after,
        int turns,
        InstanceQueries instances,
        CancellationToken cancellationToken
    )
    {
        var rows = await instances.JournalAsync(Tenants.Default, instance.Id, after, turns, cancellationToken);
        var next = rows.Count < turns ? null : rows[^1].Revision.ToString(CultureInfo.InvariantCulture);
        var nodes = instance.Graph.Nodes;
        return new Page<JournalBody>(
            [
                .. rows.SelectMany(row =>
                    row.Entries.Select(entry => JournalBody.From(row.At, entry, nodes[entry.NodeId]))
                ),
            ],
            next
        );
    }

    private static ProblemHttpResult NotFound(Guid id) => Problems.NotFound($"There is no instance {id}.");
}
