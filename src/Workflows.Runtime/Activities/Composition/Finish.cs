using Workflows.Runtime.Execution;

namespace Workflows.Runtime.Activities.Composition;

/// <summary>Ends the whole workflow at once: nothing that was scheduled runs, nothing that waits goes on.</summary>
[Activity("Elsa", "Primitives", "Ends the whole workflow at once.")]
public sealed class Finish : Activity, ITerminal
{
    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        context.Callback = null;
        await context.CompleteActivityAsync();
        Advancer.Abandon(context.Instance);
    }
}
