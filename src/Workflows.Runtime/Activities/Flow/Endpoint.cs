namespace Workflows.Runtime.Activities.Flow;

/// <summary>One end of a connection.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Port">At the source the outcome, by default <c>Done</c>; at the target always the way in.</param>
public sealed record Endpoint(IActivity Activity, string? Port = null);
