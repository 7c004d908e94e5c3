using System.Runtime.CompilerServices;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Journeys;

/// <summary>How urgent a journey's messages are, read once a graph.</summary>
internal static class JourneyPriority
{
    private static readonly ConditionalWeakTable<WorkflowGraph, object> Known = [];

    public static int Of(WorkflowGraph graph) =>
        (int)Known.GetValue(graph, read => JourneySettings.Read(read.Definition).Priority);
}
