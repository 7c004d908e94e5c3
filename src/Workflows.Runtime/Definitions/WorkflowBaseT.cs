using System.Diagnostics.CodeAnalysis;
using Workflows.Runtime.Activities;

namespace Workflows.Runtime.Definitions;

/// <summary>A workflow written in code that works out a value: set <see cref="Result"/> in one of its activities.</summary>
/// <typeparam name="TResult">The value's type.</typeparam>
[SuppressMessage("Design", "MA0048", Justification = "The generic sibling of WorkflowBase.")]
public abstract class WorkflowBase<TResult> : WorkflowBase
{
    /// <summary>Holds the value.</summary>
    protected internal Variable<TResult> Result { get; } = new("Result");

    /// <inheritdoc />
    protected override ValueTask BuildAsync(IWorkflowBuilder builder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.WithVariable(Result);
        return base.BuildAsync(builder, cancellationToken);
    }
}
