using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Durability;

/// <summary>Decides whether a workflow may begin one more instance for a subject.</summary>
internal static class Admission
{
    /// <summary>Elsa's activation strategies, over the instances of one subject.</summary>
    public static bool Allows(WorkflowGraph graph, SubjectWork work, string? correlationId) =>
        graph.Entry.Activation switch
        {
            ActivationStrategy.Singleton => !Runs(work, graph, anyCorrelation: true, null),
            ActivationStrategy.CorrelatedSingleton => !Runs(work, graph, anyCorrelation: false, correlationId),
            ActivationStrategy.Correlation => !Runs(work, null, anyCorrelation: false, correlationId),
            _ => true,
        };

    /// <summary>The journey's rule on re-entry, for a subject that a trigger would let in.</summary>
    /// <param name="graph">The journey.</param>
    /// <param name="work">The subject.</param>
    /// <param name="wasIn">Whether the subject has ever been in the journey.</param>
    public static bool AllowsReentry(WorkflowGraph graph, SubjectWork work, Func<bool> wasIn) =>
        graph.Entry.Reentry switch
        {
            Reentry.Always => true,
            Reentry.WhenFinished => !Runs(work, graph, anyCorrelation: true, null),
            _ => !wasIn() && !work.Instances.Any(live => IsOf(live, graph)),
        };

    private static bool Runs(SubjectWork work, WorkflowGraph? graph, bool anyCorrelation, string? correlationId)
    {
        foreach (var live in work.Instances)
        {
            if (
                live.IsRunning
                && (graph is null || IsOf(live, graph))
                && (
                    anyCorrelation
                    || string.Equals(live.Instance.CorrelationId, correlationId, StringComparison.Ordinal)
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOf(LiveInstance live, WorkflowGraph graph) =>
        string.Equals(live.Instance.Graph.DefinitionId, graph.DefinitionId, StringComparison.Ordinal);
}
