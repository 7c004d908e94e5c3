namespace Workflows.Marketing.Channels.WeCom.Quotas;

/// <summary>Counts the calls of one process.</summary>
public sealed class MemoryCallQuotaStore : ICallQuotaStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string, string, int), (DateTimeOffset Start, int Used)> _windows = [];

    /// <inheritdoc/>
    public Task<bool> TryTakeAsync(QuotaWindow window, int count, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(window);
        lock (_lock)
        {
            var key = (window.Account, window.Api, window.Minutes);
            var (start, used) = _windows.GetValueOrDefault(key, (window.Start, 0));
            used = start < window.Start ? 0 : used;
            if (start > window.Start || used + count > limit)
            {
                return Task.FromResult(false);
            }

            _windows[key] = (window.Start, used + count);
            return Task.FromResult(true);
        }
    }
}
