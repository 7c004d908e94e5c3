using System.Diagnostics.CodeAnalysis;

namespace Workflows.Runtime.Activities;

/// <summary>A <see cref="CodeActivity"/> with one result.</summary>
/// <typeparam name="T">The result's type.</typeparam>
[SuppressMessage("Design", "MA0048", Justification = "The generic sibling of CodeActivity.")]
public abstract class CodeActivity<T> : CodeActivity
{
    /// <summary>Where the result goes; null drops it.</summary>
    [Output(Description = "The result of the activity.")]
    public Output<T>? Result { get; set; }
}
