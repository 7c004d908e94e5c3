using System.Runtime.InteropServices;

namespace Workflows.Runtime.Activities;

/// <summary>Who completed, for whom, with what.</summary>
/// <param name="TargetContext">The activity that scheduled the child.</param>
/// <param name="ChildContext">The child that completed.</param>
/// <param name="Result">The child's <see cref="Outcomes"/> or result; null when it named none.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ActivityCompletedContext(
    ActivityExecutionContext TargetContext,
    ActivityExecutionContext ChildContext,
    object? Result = null
)
{
    /// <summary>Completes the activity that scheduled the child.</summary>
    /// <param name="result">The result or the <see cref="Outcomes"/>; null means the outcome <c>Done</c>.</param>
    public ValueTask CompleteActivityAsync(object? result = null) => TargetContext.CompleteActivityAsync(result);

    /// <summary>Completes the activity that scheduled the child, with outcomes.</summary>
    /// <param name="outcomes">The outcome names.</param>
    public ValueTask CompleteActivityWithOutcomesAsync(params string[] outcomes) =>
        TargetContext.CompleteActivityWithOutcomesAsync(outcomes);
}
