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
);
