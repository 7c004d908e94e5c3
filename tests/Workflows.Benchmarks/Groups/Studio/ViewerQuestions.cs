namespace Workflows.Benchmarks.Groups.Studio;

/// <summary>What the viewer asks about one instance.</summary>
internal static class ViewerQuestions
{
    /// <summary>The questions about an instance and one execution in it.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="execution">An execution of one of its activities.</param>
    /// <param name="node">The path of that activity.</param>
    public static IReadOnlyList<StudioQuestion> About(string instance, string execution, string node)
    {
        var path = $"workflow-instances/{instance}";
        var query = $"WorkflowInstanceId={instance}&ActivityNodeId={Uri.EscapeDataString(node)}";
        return
        [
            new("viewer, instance", path),
            new("viewer, state", $"{path}/execution-state"),
            new("viewer, variables", $"{path}/variables"),
            new("viewer, journal", $"{path}/journal?skip=0&take=112", new { filter = new { } }),
            new(
                "viewer, journal of one activity",
                $"{path}/journal?skip=0&take=112",
                new { filter = new { activityNodeIds = new[] { node }, eventNames = new[] { "Completed" } } }
            ),
            new("viewer, end of the journal", $"{path}/journal?skip=900&take=112", new { filter = new { } }),
            new(
                "viewer, badges",
                "activity-executions/report",
                new { workflowInstanceId = instance, activityNodeIds = new[] { node } }
            ),
            new("viewer, executions", $"activity-executions/list?{query}"),
            new("viewer, executions in short", $"activity-execution-summaries/list?{query}"),
            new("viewer, number of executions", $"activity-executions/count?{query}"),
            new("viewer, execution", $"activity-executions/by-id?id={Uri.EscapeDataString(execution)}"),
            new(
                "viewer, call stack",
                $"activity-executions/{Uri.EscapeDataString(execution)}/call-stack?includeCrossWorkflowChain=True"
            ),
            new("viewer, retries", $"resilience/retries/{Uri.EscapeDataString(execution)}"),
        ];
    }
}
