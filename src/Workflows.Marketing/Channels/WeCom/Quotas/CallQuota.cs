using Workflows.Marketing.Channels.WeCom.Errors;

namespace Workflows.Marketing.Channels.WeCom.Quotas;

/// <summary>Keeps all hosts together within what WeCom grants per API, minute and hour.</summary>
internal sealed class CallQuota(ICallQuotaStore store, string account, CallLimits limits, TimeProvider clock)
    : IDisposable
{
    private const int TooOften = 45009;

    // One question to the database for so many parts of the quota; what a host does not use of its block is lost to all.
    private const int Blocks = 50;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<(string Api, int Minutes), Block> _blocks = [];
    private readonly Dictionary<string, DateTimeOffset> _closed = new(StringComparer.Ordinal);

    /// <summary>Takes one call.</summary>
    /// <exception cref="WeComException">The quota is used up; it says when there will be more.</exception>
    public async Task TakeAsync(string api, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            if (_closed.TryGetValue(api, out var until) && until > now)
            {
                throw WeComException.Withheld(api, WeComErrors.Of(TooOften), until - now);
            }

            var minute = await BlockAsync(QuotaWindow.At(account, api, 1, now), limits.PerMinute, cancellationToken);
            var hour = await BlockAsync(QuotaWindow.At(account, api, 60, now), limits.PerHour, cancellationToken);
            minute.Left--;
            hour.Left--;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Remembers that WeCom thinks the quota is used up, whatever we counted.</summary>
    /// <returns>How long to wait.</returns>
    public async Task<TimeSpan> CloseAsync(string api, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            _closed[api] = clock.GetUtcNow() + limits.Pause;
            return limits.Pause;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<Block> BlockAsync(QuotaWindow window, int limit, CancellationToken cancellationToken)
    {
        var key = (window.Api, window.Minutes);
        if (!_blocks.TryGetValue(key, out var block) || block.Window != window)
        {
            _blocks[key] = block = new Block(window);
        }

        if (block.Left > 0)
        {
            return block;
        }

        if (!block.IsUsedUp)
        {
            block.Left = await LeaseAsync(window, limit, cancellationToken);
            block.IsUsedUp = block.Left == 0;
        }

        return block.Left > 0
            ? block
            : throw WeComException.Withheld(window.Api, WeComErrors.Of(TooOften), window.End - clock.GetUtcNow());
    }

    private async Task<int> LeaseAsync(QuotaWindow window, int limit, CancellationToken cancellationToken)
    {
        var count = Math.Max(1, limit / Blocks);
        return await store.TryTakeAsync(window, count, limit, cancellationToken) ? count
            : count > 1 && await store.TryTakeAsync(window, 1, limit, cancellationToken) ? 1
            : 0;
    }

    private sealed class Block(QuotaWindow window)
    {
        public QuotaWindow Window { get; } = window;

        public int Left { get; set; }

        public bool IsUsedUp { get; set; }
    }
}
