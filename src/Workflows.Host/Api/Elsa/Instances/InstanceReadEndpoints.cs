using Workflows.Host.Composition;
using Workflows.Runtime.Execution;
using Workflows.Storage.Instances;

namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>One instance: its state, its journal, its variables.</summary>
internal static class InstanceReadEndpoints
{
    private const int StandardTake = 100;
    private const int LargestTake = 1_000;

    public static void MapInstanceReading(this IEndpointRouteBuilder routes)
    {
        var instance = routes.MapGroup("/workflow-instances/{id:guid}");
        instance.MapGet("/", GetAsync);
        instance.MapGet(
            "/journal",
            (Guid id, int? skip, int? take, InstanceQueries instances, CancellationToken stop) =>
                JournalAsync(id, new JournalRequest(null), skip, take, instances, stop)
        );
        instance.MapPost("/journal", JournalAsync);
        instance.MapGet("/execution-state", StateAsync);
        instance.MapGet("/variables", VariablesAsync);
        instance.MapGet("/export", ExportAsync);
    }

    public static IResult NotFound(Guid id) => ElsaProblem.NotFound($"There is no instance '{ElsaIds.Of(id)}'.");

    private static async Task<IResult> GetAsync(
        Guid id,
        InstanceQueries instances,
        CancellationToken cancellationToken
    ) =>
        await instances.FindAsync(Tenants.Default, id, cancellationToken) is { } instance
            ? Results.Ok(InstanceAnswer.From(instance))
            : NotFound(id);

    private static async Task<IResult> JournalAsync(
        Guid id,
        JournalRequest request,
        int? skip,
        int? take,
        InstanceQueries instances,
        CancellationToken cancellationToken
    )
    {
        if (await InstanceHistory.FindAsync(id, instances, cancellationToken) is not { } history)
        {
            return NotFound(id);
        }

        var records = history
            .Journal.SelectMany(row => row.Entries.Select(entry => JournalRecord.From(history, row.At, entry)))
            .Where(record => request.Filter?.Allows(record) ?? true)
            .ToList();
        var page = records.Skip(Math.Max(skip ?? 0, 0)).Take(Math.Clamp(take ?? StandardTake, 0, LargestTake)).ToList();
        return Results.Ok(new PagedItems<JournalRecord>(page, records.Count));
    }

    private static async Task<IResult> StateAsync(
        Guid id,
        InstanceQueries instances,
        CancellationToken cancellationToken
    ) =>
        await instances.FindSummaryAsync(Tenants.Default, id, cancellationToken) is { } instance
            ? Results.Ok(
                new
                {
                    status = instance.Status,
                    workflowSubStatus = instance.SubStatus,
                    updatedAt = instance.UpdatedAt,
                }
            )
            : NotFound(id);

    private static async Task<IResult> VariablesAsync(
        Guid id,
        InstanceQueries instances,
        CancellationToken cancellationToken
    ) =>
        await instances.FindAsync(Tenants.Default, id, cancellationToken) is { } instance
            ? Results.Ok(new CountedItems<ResolvedVariable>([.. Variables(instance)]))
            : NotFound(id);

    private static IEnumerable<ResolvedVariable> Variables(WorkflowInstance instance)
    {
        foreach (var variable in instance.Graph.Definition.Variables)
        {
            instance.TryGetVariable(variable.Name, out var value);
            yield return new ResolvedVariable(variable.Id, variable.Name, value);
        }
    }

    private static async Task<IResult> ExportAsync(
        Guid id,
        InstanceQueries instances,
        CancellationToken cancellationToken
    ) =>
        await InstanceHistory.FindAsync(id, instances, cancellationToken) is { } history
            ? Results.File(
                InstanceFile.Content(history),
                "application/json",
                $"workflow-instance-{ElsaIds.Of(id)}.json"
            )
            : NotFound(id);
}
