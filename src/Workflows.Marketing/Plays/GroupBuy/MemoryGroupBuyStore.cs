using Workflows.Marketing.Ledger;

namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>Teams in memory, for trials and tests.</summary>
public sealed class MemoryGroupBuyStore : IGroupBuyStore
{
    private readonly Lock _turn = new();
    private readonly Dictionary<(int Tenant, Guid Id), Team> _teams = [];
    private readonly List<KeptNews> _news = [];

    /// <summary>Where the money of teams is kept.</summary>
    public MemoryLedger Ledger { get; } = new();

    /// <inheritdoc/>
    public Task<bool> OpenAsync(int tenant, TeamChange opening, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(opening);
        lock (_turn)
        {
            var isNew = !_teams.ContainsKey((tenant, opening.Team.Id));
            if (isNew)
            {
                Keep(tenant, opening);
            }

            return Task.FromResult(isNew);
        }
    }

    /// <inheritdoc/>
    public Task<(Team Team, T Answer)?> ChangeAsync<T>(
        int tenant,
        Guid team,
        Func<Team, int, (TeamChange? Change, T Answer)> decide,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(decide);
        lock (_turn)
        {
            if (!_teams.TryGetValue((tenant, team), out var before))
            {
                return Task.FromResult<(Team, T)?>(null);
            }

            var given = Of(tenant, before.Terms.Campaign).Max(one => one.Seats.Max(seat => seat.FreeOrder)) ?? 0;
            var (change, answer) = decide(before, given);
            if (change is not null)
            {
                Keep(tenant, change);
            }

            return Task.FromResult<(Team, T)?>((change?.Team ?? before, answer));
        }
    }

    /// <inheritdoc/>
    public Task<Team?> FindAsync(int tenant, Guid team, CancellationToken cancellationToken)
    {
        lock (_turn)
        {
            return Task.FromResult(_teams.GetValueOrDefault((tenant, team)));
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Team>> ListAsync(
        int tenant,
        string campaign,
        Guid? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        lock (_turn)
        {
            return Task.FromResult<IReadOnlyList<Team>>([
                .. Of(tenant, campaign)
                    .Where(team => after is null || string.CompareOrdinal($"{team.Id:N}", $"{after:N}") > 0)
                    .OrderBy(team => $"{team.Id:N}", StringComparer.Ordinal)
                    .Take(count),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Guid>> ListUnsettledAsync(
        int tenant,
        DateTimeOffset before,
        int count,
        CancellationToken cancellationToken
    )
    {
        lock (_turn)
        {
            return Task.FromResult<IReadOnlyList<Guid>>([
                .. _teams
                    .Where(one =>
                        one.Key.Tenant == tenant && one.Value.SettledAt is null && one.Value.ClosesAt < before
                    )
                    .OrderBy(one => one.Value.ClosesAt)
                    .Take(count)
                    .Select(one => one.Key.Id),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<TeamNews.Told>> TakeToldAsync(
        int tenant,
        DateTimeOffset now,
        DateTimeOffset until,
        int count,
        CancellationToken cancellationToken
    ) => Task.FromResult(Take<TeamNews.Told>(tenant, now, until, count));

    /// <inheritdoc/>
    public Task<IReadOnlyList<TeamNews.Refund>> TakeRefundsAsync(
        int tenant,
        DateTimeOffset now,
        DateTimeOffset until,
        int count,
        CancellationToken cancellationToken
    ) => Task.FromResult(Take<TeamNews.Refund>(tenant, now, until, count));

    /// <inheritdoc/>
    public Task MarkDeliveredAsync(
        int tenant,
        IReadOnlyCollection<string> keys,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (_turn)
        {
            var named = keys.ToHashSet(StringComparer.Ordinal);
            Open(tenant).Where(kept => named.Contains(kept.News.Key)).ToList().ForEach(kept => kept.DeliveredAt = now);
            return Task.CompletedTask;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<TeamNews.Refund>> ListRefundsAsync(
        int tenant,
        int count,
        CancellationToken cancellationToken
    )
    {
        lock (_turn)
        {
            return Task.FromResult<IReadOnlyList<TeamNews.Refund>>([
                .. Open(tenant).Select(kept => kept.News).OfType<TeamNews.Refund>().Take(count),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<SizeFigures>> ListFiguresAsync(
        int tenant,
        string campaign,
        CancellationToken cancellationToken
    )
    {
        lock (_turn)
        {
            return Task.FromResult<IReadOnlyList<SizeFigures>>([
                .. Of(tenant, campaign)
                    .GroupBy(team => team.Terms.Size)
                    .OrderBy(size => size.Key)
                    .Select(size => Figures(size.Key, [.. size])),
            ]);
        }
    }

    private static SizeFigures Figures(int size, IReadOnlyList<Team> teams)
    {
        var seats = teams.SelectMany(team => team.Held.Select(seat => (Team: team, Seat: seat))).ToList();
        return new SizeFigures(
            size,
            teams.Count(team => team.State == TeamState.Open),
            teams.Count(team => team.State == TeamState.Succeeded),
            teams.Count(team => team.State == TeamState.Expired),
            seats.Count,
            seats
                .Where(one => one.Seat.IsNewCustomer && one.Seat.ContactId != one.Team.OpenerId)
                .Select(one => one.Seat.ContactId)
                .Distinct()
                .Count(),
            seats.Where(one => one.Seat.FreeOrder is null).Sum(one => one.Seat.Price ?? 0m)
        );
    }

    private IReadOnlyList<T> Take<T>(int tenant, DateTimeOffset now, DateTimeOffset until, int count)
        where T : TeamNews
    {
        lock (_turn)
        {
            var taken = Open(tenant).Where(kept => kept.News is T && kept.DueAt <= now).Take(count).ToList();
            taken.ForEach(kept => kept.DueAt = until);
            return [.. taken.Select(kept => kept.News).Cast<T>()];
        }
    }

    private void Keep(int tenant, TeamChange change)
    {
        _teams[(tenant, change.Team.Id)] = change.Team;
        _news.AddRange(change.News.Select(news => new KeptNews(tenant, news) { DueAt = news.At }));
        Ledger.PostAsync(tenant, change.Money, CancellationToken.None).GetAwaiter().GetResult();
    }

    private IEnumerable<Team> Of(int tenant, string campaign) =>
        _teams
            .Where(one => one.Key.Tenant == tenant)
            .Select(one => one.Value)
            .Where(team => team.Terms.Campaign.Equals(campaign, StringComparison.Ordinal));

    private IEnumerable<KeptNews> Open(int tenant) =>
        _news.Where(kept => kept.Tenant == tenant && kept.DeliveredAt is null);

    private sealed class KeptNews(int tenant, TeamNews news)
    {
        public int Tenant { get; } = tenant;

        public TeamNews News { get; } = news;

        public DateTimeOffset DueAt { get; set; }

        public DateTimeOffset? DeliveredAt { get; set; }
    }
}
