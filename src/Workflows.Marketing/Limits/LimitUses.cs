using Workflows.Marketing.Limits.Ledger;
using Workflows.Marketing.Limits.Rules;

namespace Workflows.Marketing.Limits;

/// <summary>Shows how much of a limit everybody has used.</summary>
/// <param name="store">The counters.</param>
/// <param name="timeZone">Whose days, weeks and months count.</param>
public sealed class LimitUses(ILimitStore store, TimeZoneInfo timeZone)
{
    /// <summary>A page of a limit's use, in an order of the scopes that stays the same.</summary>
    /// <param name="tenant">Whose messages.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="after">The last scope of the page before, or null for the first page.</param>
    /// <param name="count">How many counters are looked at.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Those of which something counts now, and the scope to go on after; null where there are no more.</returns>
    public async Task<(IReadOnlyList<LimitUse> Uses, string? Next)> ListAsync(
        int tenant,
        Limit limit,
        string? after,
        int count,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(limit);
        if (limit.Period is not { } period)
        {
            return ([], null);
        }

        var counters = await store.CountersAsync(tenant, limit.Code, after, count, cancellationToken);
        var uses = counters
            .Select(counter => Read(counter, period, now))
            .Where(use => use is { Used: > 0 } or { Among: > 0 });
        return ([.. uses], counters.Count < count ? null : counters[^1].Scope);
    }

    private LimitUse Read(CounterReading counter, LimitPeriod period, DateTimeOffset now)
    {
        LimitMark[] counting = [.. counter.Marks.Where(mark => period.EndOf(mark.Start, timeZone) > now)];
        var end = counting.Length == 0 ? DateTimeOffset.MaxValue : period.EndOf(counting[0].Start, timeZone);
        return new LimitUse(
            counter.Scope,
            counting.Sum(mark => mark.Used),
            counting.Sum(mark => mark.Among),
            end == DateTimeOffset.MaxValue ? null : end
        );
    }
}
