using Workflows.Expressions.Diagnostics;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Waiting;

namespace Workflows.Runtime.Definitions.Checks;

/// <summary>What starts a workflow must be known when it is published, and schedules must be readable.</summary>
internal sealed class TriggerCheck : IDefinitionCheck
{
    public ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(WorkflowGraph graph, CancellationToken cancellationToken)
    {
        var found = new List<Diagnostic>();
        foreach (var node in graph.Nodes)
        {
            if (
                node.Activity is Cron { CronExpression: { IsConstant: true } text }
                && text.GetStatic() is { Length: > 0 } schedule
                && !Cron.TryParse(schedule, out _)
            )
            {
                found.Add(
                    new Diagnostic(
                        WorkflowCodes.BadSchedule,
                        $"'{schedule}' is not a schedule.",
                        node.ActivityId,
                        Remedy: "Write six fields: second, minute, hour, day, month, day of week; for example 0 30 9 * * MON."
                    )
                );
            }
            else if (node.Activity is Trigger { CanStartWorkflow: true } trigger)
            {
                CheckStart(graph, node, trigger, found);
            }
        }
        return ValueTask.FromResult<IReadOnlyList<Diagnostic>>(found);
    }

    private static void CheckStart(WorkflowGraph graph, GraphNode node, Trigger trigger, List<Diagnostic> found)
    {
        var context = new TriggerIndexingContext(graph);
        _ = trigger.Payloads(context).ToList();
        _ = trigger.NextOccurrence(context, DateTimeOffset.UnixEpoch);
        foreach (var input in context.UnknownInputs.Distinct(StringComparer.Ordinal))
        {
            found.Add(
                new Diagnostic(
                    WorkflowCodes.TriggerNotStatic,
                    $"'{input}' of a trigger that starts the workflow must be a literal: there is no instance yet that could compute it.",
                    node.ActivityId,
                    Remedy: "Write the value itself."
                )
            );
        }
    }
}
