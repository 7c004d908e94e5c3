namespace Workflows.Marketing.Channels.WeCom.Ways;

/// <summary>All ways of a workspace, read again once a minute: many events ask, and ways seldom change.</summary>
/// <param name="store">The ways.</param>
/// <param name="clock">The machine's clock: tells when the list is old.</param>
internal sealed class KnownWays(IWayStore store, TimeProvider clock)
{
    private const int PageSize = 1_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private IReadOnlyList<Way> _ways = [];
    private DateTimeOffset _listedAt = DateTimeOffset.MinValue;

    public async Task<IReadOnlyList<Way>> ListAsync(int tenant, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now - _listedAt < Fresh)
        {
            return _ways;
        }

        List<Way> ways = [];
        IReadOnlyList<Way> page;
        do
        {
            page = await store.ListAsync(tenant, ways.LastOrDefault()?.Spec.Name, PageSize, cancellationToken);
            ways.AddRange(page);
        } while (page.Count == PageSize);

        (_ways, _listedAt) = (ways, now);
        return ways;
    }
}
