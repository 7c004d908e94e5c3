namespace Workflows.Runtime.Activities.Flow;

/// <summary>An arrow of a flowchart.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Target">Where it goes to.</param>
public sealed record Connection(Endpoint Source, Endpoint Target)
{
    /// <summary>An arrow from the outcome <c>Done</c>.</summary>
    /// <param name="source">Where it comes from.</param>
    /// <param name="target">Where it goes to.</param>
    public Connection(IActivity source, IActivity target)
        : this(new Endpoint(source), new Endpoint(target)) { }
}
