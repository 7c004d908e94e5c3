namespace Workflows.Runtime.Execution;

/// <summary>What is the same for a whole turn: its time, and what the host gives it.</summary>
/// <param name="Now">The turn's time; the engine asks no clock.</param>
/// <param name="Subject">The loaded object the instance is about; null for none.</param>
/// <param name="CancellationToken">Stops the turn.</param>
public sealed record Turn(DateTimeOffset Now, object? Subject = null, CancellationToken CancellationToken = default);
