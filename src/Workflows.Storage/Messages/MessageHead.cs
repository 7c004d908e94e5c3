namespace Workflows.Storage.Messages;

/// <summary>The waiting messages of one channel and priority: when the first of them is due.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Priority">The priority.</param>
/// <param name="DueAt">The earliest due time, in UTC ticks.</param>
internal sealed record MessageHead(string Channel, int Priority, long DueAt);
