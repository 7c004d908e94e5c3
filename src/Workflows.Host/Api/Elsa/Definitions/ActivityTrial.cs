using System.Text.Json.Nodes;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Journal;

namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>Runs one activity of a document by itself, in memory: nothing is stored, and what it would have sent is dropped.</summary>
internal sealed class ActivityTrial(DefinitionCatalog catalog, IServiceProvider services, TimeProvider clock)
{
    /// <summary>What the activity did; null where there is no such activity.</summary>
    /// <param name="document">A document as it is shown; it is changed.</param>
    /// <param name="nodeId">The activity.</param>
    /// <param name="cancellationToken">Stops the activity.</param>
    public async Task<ActivityExecution?> RunAsync(
        JsonObject document,
        string? nodeId,
        CancellationToken cancellationToken
    )
    {
        if (
            string.IsNullOrEmpty(nodeId)
            || document["root"] is not JsonObject root
            || new ActivityTree(root, port: "").PathTo(nodeId) is not [.., var activity]
        )
        {
            return null;
        }

        document["root"] = activity.Copy();
        if (catalog.Validator.Compiler.Compile(document.ToJsonString()).Graph is not { } graph)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var options = new StartOptions { InstanceId = Guid.CreateVersion7(now) };
        var burst = await new WorkflowRunner(services).StartAsync(
            graph,
            options,
            new Turn(now, CancellationToken: cancellationToken)
        );
        var row = new JournalRow(options.InstanceId, 1, options.InstanceId, now, burst.JournalEntries);
        return ActivityExecutionLog
            .Read(burst.Instance, [row])
            .FirstOrDefault(execution => string.Equals(execution.ActivityId, activity.Id, StringComparison.Ordinal));
    }
}
