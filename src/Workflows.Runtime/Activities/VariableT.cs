using System.Diagnostics.CodeAnalysis;
using Workflows.Expressions.Evaluation;

namespace Workflows.Runtime.Activities;

/// <summary>A variable of type <typeparamref name="T"/>.</summary>
/// <typeparam name="T">The type values are converted to.</typeparam>
/// <param name="name">The name expressions use.</param>
/// <param name="value">The first value of each execution.</param>
/// <param name="id">Identifies it in documents; null takes the name.</param>
[SuppressMessage("Design", "MA0048", Justification = "The generic sibling of Variable.")]
public sealed class Variable<T>(string name, T? value = default, string? id = null) : Variable(name, value, id)
{
    /// <inheritdoc />
    public override Type Type => typeof(T);

    /// <summary>The value in the nearest enclosing execution.</summary>
    /// <param name="context">The run.</param>
    public new T? Get(ActivityExecutionContext context) => Coerce.To<T>(base.Get(context));
}
