using Workflows.Runtime.Activities;

namespace Workflows.Runtime.Expressions;

/// <summary>A value that was known when the definition was compiled.</summary>
/// <param name="value">The value.</param>
public sealed class ConstantEvaluator(object? value) : InputEvaluator
{
    /// <summary>The value.</summary>
    public object? Value { get; } = value;

    /// <inheritdoc />
    public override object? Evaluate(ActivityExecutionContext context) => Value;
}
