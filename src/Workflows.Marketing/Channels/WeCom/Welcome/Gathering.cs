namespace Workflows.Marketing.Channels.WeCom.Welcome;

/// <summary>
/// Does together what is wished while it is busy: the first wish begins at once, those that come meanwhile are one batch behind it. So a rush costs
/// few transactions, and a single wish waits for nobody. Safe on every thread.
/// </summary>
/// <param name="act">Does a batch; one answer for each wish, in their order. What fails together is tried one by one.</param>
internal sealed class Gathering<TWish, TAnswer>(Func<IReadOnlyList<TWish>, Task<IReadOnlyList<TAnswer>>> act)
{
    private const int Most = 100;

    private readonly Lock _gate = new();
    private readonly Queue<(TWish Wish, TaskCompletionSource<TAnswer> Answer)> _waiting = [];
    private bool _isBusy;

    /// <summary>Wishes, and waits for the answer.</summary>
    public Task<TAnswer> AskAsync(TWish wish)
    {
        var answer = new TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _waiting.Enqueue((wish, answer));
            if (_isBusy)
            {
                return answer.Task;
            }

            _isBusy = true;
        }

        _ = DoAllAsync();
        return answer.Task;
    }

    private async Task DoAllAsync()
    {
        while (Next() is { Count: > 0 } batch)
        {
            if (!await TryAsync(batch) && batch.Count > 1)
            {
                foreach (var one in batch)
                {
                    await TryAsync([one]);
                }
            }
        }
    }

    private List<(TWish Wish, TaskCompletionSource<TAnswer> Answer)> Next()
    {
        List<(TWish, TaskCompletionSource<TAnswer>)> batch = [];
        lock (_gate)
        {
            while (batch.Count < Most && _waiting.TryDequeue(out var one))
            {
                batch.Add(one);
            }

            _isBusy = batch.Count > 0;
        }

        return batch;
    }

    private async Task<bool> TryAsync(List<(TWish Wish, TaskCompletionSource<TAnswer> Answer)> batch)
    {
        try
        {
            var answers = await act([.. batch.Select(one => one.Wish)]);
            for (var i = 0; i < batch.Count; i++)
            {
                batch[i].Answer.SetResult(answers[i]);
            }

            return true;
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            if (batch.Count == 1)
            {
                batch[0].Answer.SetException(failed);
            }

            return false;
        }
    }
}
