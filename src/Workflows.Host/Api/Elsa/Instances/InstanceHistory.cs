using Workflows.Host.Composition;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Journal;
using Workflows.Storage.Instances;

namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>An instance with everything it did.</summary>
internal sealed record InstanceHistory(WorkflowInstance Instance, IReadOnlyList<JournalRow> Journal)
{
    private IReadOnlyList<ActivityExecution>? _executions;

    public IReadOnlyList<ActivityExecution> Executions => _executions ??= ActivityExecutionLog.Read(Instance, Journal);

    public static async Task<InstanceHistory?> FindAsync(
        Guid id,
        InstanceQueries instances,
        CancellationToken cancellationToken
    ) =>
        await instances.FindAsync(Tenants.Default, id, cancellationToken) is { } instance
            ? new InstanceHistory(
                instance,
                await instances.JournalAsync(Tenants.Default, id, after: 0, int.MaxValue, cancellationToken)
            )
            : null;
}
