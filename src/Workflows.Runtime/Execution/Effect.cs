namespace Workflows.Runtime.Execution;

/// <summary>Something a turn wants done outside. It leaves only if the turn's commit succeeds, and the database takes each key once.</summary>
/// <param name="Key">
/// Identifies the effect for ever: <c>{definitionId}:{version}:{instanceId:N}:{activityId}:{occurrence}[:suffix]</c>.
/// </param>
public abstract record Effect(string Key);
