namespace Workflows.Runtime.Durability;

/// <summary>
/// A payload that cannot be read: damaged, or written by a newer release. Its item fails like any other that cannot be
/// done, and holds up nobody else.
/// </summary>
/// <param name="Reason">What is wrong with it.</param>
public sealed record UnreadableWork(string Reason) : WorkPayload;
