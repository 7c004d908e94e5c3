using Workflows.Runtime.Execution;

namespace Workflows.Runtime.Activities.Looping;

/// <summary>Leaves the nearest loop.</summary>
[Activity("Elsa", "Looping", "Leaves the nearest loop.")]
public sealed class Break : CodeActivity, ITerminal
{
    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        LoopState.BreakNearest(context);
        return default;
    }
}
