using Workflows.Expressions.Diagnostics;
using Workflows.Runtime.Activities.Flow;

namespace Workflows.Runtime.Definitions.Checks;

/// <summary>
/// A loop that comes back to a fork while a branch of the last round still waits lets that branch wait twice, and one event then goes on twice:
/// the natural "remind me until there is a reply".
/// </summary>
internal sealed class ReminderCheck : IDefinitionCheck
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
        foreach (var back in connections.Where(connection => plan.IsProperLoop(connection)))
        {
            var before = plan.AncestorsOf(back.Source);
            for (var fork = 0; fork < flowchart.Children.Length; fork++)
            {
                if (
                    (fork == back.Target || (before[fork] && plan.AncestorsOf(fork)[back.Target]))
                    && Leaves(flowchart, plan, fork, back) is { } waiting
                )
                {
                    found.Add(
                        new Diagnostic(
                            WorkflowCodes.WaitsTwice,
                            $"The loop from '{flowchart.Children[back.Source].ActivityId}' comes back while '{waiting.ActivityId}' may still wait; it then waits twice, and what follows it runs twice.",
                            waiting.ActivityId,
                            Remedy: "Bring both branches together in a join that waits for any, and go back from behind it.",
                            Severity: DiagnosticSeverity.Warning
                        )
                    );
                    return;
                }
            }
        }
    }

    /// <summary>A waiting activity behind one branch of the fork that the way back does not pass, while another branch goes back without a join for any.</summary>
    private static GraphNode? Leaves(GraphNode flowchart, FlowPlan plan, int fork, FlowConnection back)
    {
        var ways = plan.Outbound[fork]
            .Where(plan.IsForward)
            .GroupBy(connection => connection.Port, StringComparer.Ordinal);
        var ports = ways.ToList();
        var takesSeveral = flowchart.Children[fork].Activity is FlowFork || ports.Exists(port => port.Count() > 1);
        if (!takesSeveral || ports.Sum(port => port.Count()) < 2)
        {
            return null;
        }
        var before = plan.AncestorsOf(back.Source);
        var branches = ports.SelectMany(port => port).ToList();
        var goesBack = branches.Exists(branch => branch.Target == back.Source || before[branch.Target]);
        var joins = Enumerable
            .Range(0, flowchart.Children.Length)
            .Any(node =>
                (node == back.Source || before[node])
                && plan.AncestorsOf(node)[fork]
                && flowchart.Children[node].Activity is FlowJoin
            );
        if (!goesBack || joins)
        {
            return null;
        }
        return branches
            .Where(branch => branch.Target != back.Source && !before[branch.Target])
            .Select(branch => flowchart.Children[branch.Target])
            .FirstOrDefault(node => MayWait(flowchart, plan, node));
    }

    private static bool MayWait(GraphNode flowchart, FlowPlan plan, GraphNode node) =>
        Waits(node)
        || Array.Exists(flowchart.Children, other => Waits(other) && plan.AncestorsOf(other.Ordinal)[node.Ordinal]);

    private static bool Waits(GraphNode node) =>
        WaitingActivities.MayWait(node.Activity) || Array.Exists(node.Children, Waits);
}
