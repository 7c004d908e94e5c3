using System.Diagnostics.CodeAnalysis;

namespace Workflows.Runtime.Activities;

/// <summary>An <see cref="Activity"/> with one result.</summary>
/// <typeparam name="T">The result's type.</typeparam>
[SuppressMessage("Design", "MA0048", Justification = "The generic sibling of Activity.")]
public abstract class Activity<T> : Activity
{
    /// <summary>Where the result goes; null drops it.</summary>
    [Output(Description = "The result of the activity.")]
    public Output<T>? Result { get; set; }
}
