namespace Workflows.Host.Api;

/// <summary>The answer to a retry.</summary>
/// <param name="Requeued">How many of the keys were dead letters; they are in the queue now.</param>
internal sealed record MessagesRequeued(int Requeued);
