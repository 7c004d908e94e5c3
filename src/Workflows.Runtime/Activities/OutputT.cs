using System.Diagnostics.CodeAnalysis;

namespace Workflows.Runtime.Activities;

/// <summary>Where a value of type <typeparamref name="T"/> goes.</summary>
/// <typeparam name="T">The value's type.</typeparam>
[SuppressMessage("Design", "MA0048", Justification = "The generic sibling of Output.")]
public sealed class Output<T> : Output
{
    /// <summary>An output that is not captured.</summary>
    public Output() { }

    /// <summary>An output captured by a variable.</summary>
    /// <param name="variable">The variable.</param>
    public Output(Variable variable)
        : base(variable) { }
}
