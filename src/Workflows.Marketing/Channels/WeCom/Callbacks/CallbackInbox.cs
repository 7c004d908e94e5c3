namespace Workflows.Marketing.Channels.WeCom.Callbacks;

/// <summary>
/// Writes requests that arrive at the same time in one transaction: while one batch is being written, the next gathers, so that a rush of
/// scans costs a few flushes, and a single request waits for nothing.
/// </summary>
internal sealed class CallbackInbox(ICallbackStore store, int tenant)
{
    private const int MaxBatch = 200;

    private readonly Lock _gate = new();
    private List<(CallbackRecord Request, TaskCompletionSource<CallbackReceipt> Answer)> _waiting = [];
    private bool _isWriting;

    /// <summary>Keeps a request; the answer comes when it is safe.</summary>
    public async Task<CallbackReceipt> AcceptAsync(CallbackRecord request)
    {
        var answer = new TaskCompletionSource<CallbackReceipt>(TaskCreationOptions.RunContinuationsAsynchronously);
        bool isFirst;
        lock (_gate)
        {
            _waiting.Add((request, answer));
            isFirst = !_isWriting;
            _isWriting = true;
        }

        if (isFirst)
        {
            // Not awaited: under a steady rush the first would wait for all that come after it.
            _ = WriteAllAsync();
        }

        return await answer.Task;
    }

    private async Task WriteAllAsync()
    {
        while (Next() is { Count: > 0 } batch)
        {
            try
            {
                // Not the caller's token: one caller that hangs up must not take the others' requests along.
                var receipts = await store.AcceptAsync(
                    tenant,
                    [.. batch.Select(one => one.Request)],
                    CancellationToken.None
                );
                for (var i = 0; i < batch.Count; i++)
                {
                    batch[i].Answer.SetResult(receipts[i]);
                }
            }
            catch (Exception failed) when (failed is not OutOfMemoryException)
            {
                batch.ForEach(one => one.Answer.SetException(failed));
            }
        }
    }

    private List<(CallbackRecord Request, TaskCompletionSource<CallbackReceipt> Answer)> Next()
    {
        lock (_gate)
        {
            var batch = _waiting.Count <= MaxBatch ? _waiting : _waiting[..MaxBatch];
            _waiting = _waiting.Count <= MaxBatch ? [] : _waiting[MaxBatch..];
            _isWriting = batch.Count > 0;
            return batch;
        }
    }
}
