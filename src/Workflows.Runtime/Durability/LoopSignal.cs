namespace Workflows.Runtime.Durability;

/// <summary>Counts the rounds of a loop, so that tests and graceful stops wait for a round and never for a while.</summary>
public sealed class LoopSignal
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How many rounds there were.</summary>
    public long Rounds { get; private set; }

    /// <summary>Waits for the round after the ones there were when this was called.</summary>
    public Task NextAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _next.Task.WaitAsync(cancellationToken);
        }
    }

    internal void Raise()
    {
        TaskCompletionSource reached;
        lock (_gate)
        {
            Rounds++;
            reached = _next;
            _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        reached.SetResult();
    }
}
