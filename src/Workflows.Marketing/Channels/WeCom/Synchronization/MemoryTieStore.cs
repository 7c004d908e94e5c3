namespace Workflows.Marketing.Channels.WeCom.Synchronization;

/// <summary>Ties in memory, for trials and tests. Safe on every thread.</summary>
public sealed class MemoryTieStore : ITieStore
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<(int Tenant, TieKind Kind, string Owner, string Customer), Tie> _ties = new(
        Comparer<(int Tenant, TieKind Kind, string Owner, string Customer)>.Create(Compare)
    );

    /// <inheritdoc/>
    public Task<IReadOnlyList<Tie>> FindAsync(
        int tenant,
        TieKind kind,
        string owner,
        IReadOnlyCollection<string> customers,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(customers);
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<Tie>>([
                .. customers
                    .Distinct(StringComparer.Ordinal)
                    .Select(customer => _ties.GetValueOrDefault((tenant, kind, owner, customer)))
                    .OfType<Tie>(),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task SaveAsync(int tenant, IReadOnlyList<Tie> ties, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ties);
        lock (_gate)
        {
            foreach (var tie in ties)
            {
                var key = (tenant, tie.Kind, tie.Owner, tie.Customer);
                if (!_ties.TryGetValue(key, out var known) || known.ChangedAt <= tie.ChangedAt)
                {
                    _ties[key] = tie with
                    {
                        SeenAt = tie.SeenAt ?? known?.SeenAt,
                        Profile = tie.Profile ?? known?.Profile,
                    };
                }
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Tie>> ListUnseenAsync(
        int tenant,
        TieKind kind,
        string owner,
        SyncRun run,
        string? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<Tie>>([
                .. _ties
                    .Where(pair =>
                        pair.Key.Tenant == tenant
                        && pair.Value is { IsLost: false } tie
                        && tie.Kind == kind
                        && tie.Owner.Equals(owner, StringComparison.Ordinal)
                        && !(tie.SeenAt >= run.StartedAt)
                        && tie.ChangedAt < run.Settled
                        && (after is null || string.CompareOrdinal(tie.Customer, after) > 0)
                    )
                    .Select(pair => pair.Value)
                    .Take(count),
            ]);
        }
    }

    private static int Compare(
        (int Tenant, TieKind Kind, string Owner, string Customer) left,
        (int Tenant, TieKind Kind, string Owner, string Customer) right
    ) =>
        (left.Tenant, left.Kind).CompareTo((right.Tenant, right.Kind)) is var first and not 0 ? first
        : string.CompareOrdinal(left.Owner, right.Owner) is var second and not 0 ? second
        : string.CompareOrdinal(left.Customer, right.Customer);
}
