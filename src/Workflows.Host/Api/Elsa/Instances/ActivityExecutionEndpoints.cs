using Workflows.Runtime.Journal;
using Workflows.Storage.Instances;

namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>Executions of activities, as the journal tells them.</summary>
internal static class ActivityExecutionEndpoints
{
    public static void MapActivityExecutions(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/activity-executions/report", ReportAsync);
        routes.MapGet("/activity-executions/list", ListAsync);
        routes.MapGet("/activity-execution-summaries/list", ListAsync);
        routes.MapGet("/activity-executions/count", CountAsync);
        routes.MapGet("/activity-executions/by-id", FindOneAsync);
        routes.MapGet("/activity-executions/{id}/call-stack", CallStackAsync);
    }

    private static async Task<IResult> ReportAsync(
        ReportRequest request,
        InstanceQueries instances,
        CancellationToken cancellationToken
    ) =>
        await InstanceHistory.FindAsync(request.Instance, instances, cancellationToken) is { } history
            ? Results.Ok(new { stats = ActivityStats.Of(history, request.ActivityNodeIds) })
            : InstanceReadEndpoints.NotFound(request.Instance);

    private static async Task<IResult> ListAsync(
        Guid workflowInstanceId,
        string? activityNodeId,
        bool? completed,
        InstanceQueries instances,
        CancellationToken cancellationToken
    ) =>
        await InstanceHistory.FindAsync(workflowInstanceId, instances, cancellationToken) is { } history
            ? Results.Ok(new CountedItems<ActivityExecution>(Select(history, activityNodeId, completed)))
            : InstanceReadEndpoints.NotFound(workflowInstanceId);

    private static async Task<IResult> CountAsync(
        Guid workflowInstanceId,
        string? activityNodeId,
        bool? completed,
        InstanceQueries instances,
        CancellationToken cancellationToken
    ) =>
        await InstanceHistory.FindAsync(workflowInstanceId, instances, cancellationToken) is { } history
            ? Results.Ok(new { count = Select(history, activityNodeId, completed).Count })
            : InstanceReadEndpoints.NotFound(workflowInstanceId);

    private static async Task<IResult> FindOneAsync(
        string id,
        InstanceQueries instances,
        CancellationToken cancellationToken
    ) =>
        await FindAsync(id, instances, cancellationToken) is var (_, execution)
            ? Results.Ok(execution)
            : ElsaProblem.NotFound($"There is no execution '{id}'.");

    /// <summary>What led to an execution, the workflow itself first.</summary>
    private static async Task<IResult> CallStackAsync(
        string id,
        InstanceQueries instances,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(id, instances, cancellationToken) is not var (history, execution))
        {
            return ElsaProblem.NotFound($"There is no execution '{id}'.");
        }

        List<ActivityExecution> stack = [execution];
        while (Find(history, stack[0].SchedulingActivityExecutionId) is { } before)
        {
            stack.Insert(0, before);
        }

        return Results.Ok(
            new
            {
                activityExecutionId = id,
                items = stack,
                totalCount = stack.Count,
            }
        );
    }

    private static List<ActivityExecution> Select(InstanceHistory history, string? nodeId, bool? completed) =>
        [
            .. history.Executions.Where(execution =>
                (
                    string.IsNullOrEmpty(nodeId)
                    || string.Equals(execution.ActivityNodeId, nodeId, StringComparison.Ordinal)
                ) && (completed is null || execution.CompletedAt is not null == completed)
            ),
        ];

    private static async Task<(InstanceHistory History, ActivityExecution Execution)?> FindAsync(
        string id,
        InstanceQueries instances,
        CancellationToken cancellationToken
    ) =>
        ActivityExecutionId.TryParse(id, out var parsed)
        && await InstanceHistory.FindAsync(parsed.InstanceId, instances, cancellationToken) is { } history
        && Find(history, id) is { } execution
            ? (history, execution)
            : null;

    private static ActivityExecution? Find(InstanceHistory history, string? id) =>
        history.Executions.FirstOrDefault(execution => string.Equals(execution.Id, id, StringComparison.Ordinal));
}
