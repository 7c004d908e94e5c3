namespace Workflows.Runtime.Activities.Composition;

/// <summary>The workflow itself, around its root activity.</summary>
[Activity("Elsa", "Workflows", "A workflow.", IsBrowsable = false)]
public sealed class Workflow : Composite
{
    private ActivityCompletionCallback? _onRootCompleted;

    /// <summary>The graph it is the root of, for whoever resumes it in the same process.</summary>
    internal Definitions.WorkflowGraph? Graph { get; set; }

    internal override ActivityCompletionCallback ChildCallback => _onRootCompleted ??= OnRootCompletedAsync;

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        context.ScheduleActivityAsync(Root, ChildCallback);
}
