using Workflows.Expressions.Diagnostics;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Data;
using Workflows.Runtime.Activities.Flow;
using Workflows.Runtime.Activities.Looping;

namespace Workflows.Runtime.Definitions.Checks;

/// <summary>A way back in a flowchart must be a proper loop, and something on it must wait or change what decides, or it would run for ever.</summary>
internal sealed class LoopCheck : IDefinitionCheck
{
    public ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(WorkflowGraph graph, CancellationToken cancellationToken)
    {
        var found = new List<Diagnostic>();
        foreach (var node in graph.Nodes)
        {
            if (node.Flow is { DefaultStart: >= 0 } plans)
            {
                Check(node, plans.For(plans.DefaultStart), plans.Connections, found);
            }
        }
        return ValueTask.FromResult<IReadOnlyList<Diagnostic>>(found);
    }

    private static void Check(GraphNode flowchart, FlowPlan plan, FlowConnection[] connections, List<Diagnostic> found)
    {
        foreach (
            var connection in connections.Where(connection =>
                !plan.IsForward(connection) && plan.IsReached(connection.Source)
            )
        )
        {
            var source = flowchart.Children[connection.Source];
            var target = flowchart.Children[connection.Target];
            if (!plan.IsProperLoop(connection))
            {
                found.Add(
                    new Diagnostic(
                        WorkflowCodes.JumpIntoBranch,
                        $"The connection from '{source.ActivityId}' back to '{target.ActivityId}' jumps into a branch: the instance would end with an incident.",
                        source.ActivityId,
                        Remedy: "Lead it back to an activity that every way from the start passes."
                    )
                );
            }
            else if (!Loop(plan, connection).Any(ordinal => Rests(flowchart.Children[ordinal])))
            {
                found.Add(
                    new Diagnostic(
                        WorkflowCodes.EndlessLoop,
                        $"Nothing waits in the loop from '{source.ActivityId}' back to '{target.ActivityId}': it would run for ever.",
                        source.ActivityId,
                        Remedy: "Put an activity that waits, or one that changes what decides, into the loop."
                    )
                );
            }
        }
    }

    /// <summary>The nodes a round of the loop can pass.</summary>
    private static IEnumerable<int> Loop(FlowPlan plan, FlowConnection back)
    {
        var ancestors = plan.AncestorsOf(back.Source);
        yield return back.Source;
        yield return back.Target;
        for (var node = 0; node < ancestors.Length; node++)
        {
            if (ancestors[node] && plan.AncestorsOf(node)[back.Target])
            {
                yield return node;
            }
        }
    }

    /// <summary>Whether an activity may wait, end the workflow, or change what a decision in the loop looks at. What is not known is trusted.</summary>
    private static bool Rests(GraphNode node) =>
        node.Activity switch
        {
            FlowDecision decision => decision.Condition.Source is { } source && source.Type is not "Literal",
            FlowSwitch or FlowJoin or FlowFork or Start or WriteLine or Correlate or SetName or SetOutput => false,
            If
            or Switch
            or Sequence
            or Flowchart
            or Activities.Flow.Parallel
            or Fork
            or FlowNode
            or For
            or ForEach
            or While
            or ParallelForEach => node.Children.Length > 0 && Array.Exists(node.Children, Rests),
            Composite => Array.Exists(node.Children, Rests),
            _ => true,
        };
}
