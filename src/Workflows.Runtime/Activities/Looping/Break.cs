using Workflows.Runtime.Execution;

namespace Workflows.Runtime.Activities.Looping;

/// <summary>Leaves the nearest loop.</summary>
[Activity("Elsa", "Looping", "Leaves the nearest loop.")]
public sealed class Break : Activity, ITerminal
{
    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) => Advancer.BreakAsync(context);
}
