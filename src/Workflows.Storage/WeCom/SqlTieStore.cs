using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Channels.WeCom.Synchronization;

namespace Workflows.Storage.WeCom;

/// <summary>Ties of customers to staff and groups.</summary>
internal sealed class SqlTieStore(WorkflowsDbContextFactory contexts, WriteGate gate) : ITieStore
{
    // What is older than what is known changes nothing, whichever comes last.
    private static readonly CompositeFormat Upsert = CompositeFormat.Parse(
        """
        INSERT INTO wecom_ties (tenant, kind, owner, customer, is_lost, changed_at, seen_at, profile, tags) VALUES {0}
        ON CONFLICT (tenant, kind, owner, customer) DO UPDATE SET is_lost = excluded.is_lost,
            changed_at = excluded.changed_at, seen_at = COALESCE(excluded.seen_at, wecom_ties.seen_at),
            profile = COALESCE(excluded.profile, wecom_ties.profile), tags = excluded.tags
        WHERE excluded.changed_at >= wecom_ties.changed_at
        """
    );

    public async Task<IReadOnlyList<Tie>> FindAsync(
        int tenant,
        TieKind kind,
        string owner,
        IReadOnlyCollection<string> customers,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = await context
            .Set<TieRow>()
            .AsNoTracking()
            .Where(row =>
                row.Tenant == tenant
                && row.Kind == (short)kind
                && row.Owner == owner
                && customers.Contains(row.Customer)
            )
            .ToListAsync(cancellationToken);
        return [.. rows.Select(Read)];
    }

    public async Task SaveAsync(int tenant, IReadOnlyList<Tie> ties, CancellationToken cancellationToken)
    {
        if (ties.Count == 0)
        {
            return;
        }

        List<object?> values = [];
        List<string> places = [];
        // In one order everywhere, so that two hosts with the same rows wait for each other instead of locking up.
        foreach (
            var tie in ties.OrderBy(tie => tie.Kind)
                .ThenBy(tie => tie.Owner, StringComparer.Ordinal)
                .ThenBy(tie => tie.Customer, StringComparer.Ordinal)
        )
        {
            places.Add(Places(values.Count));
            values.AddRange([
                tenant,
                (short)tie.Kind,
                tie.Owner,
                tie.Customer,
                tie.IsLost,
                tie.ChangedAt.UtcTicks,
                tie.SeenAt?.UtcTicks,
                tie.Profile,
                tie.Tags,
            ]);
        }

        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        var sql = string.Format(CultureInfo.InvariantCulture, Upsert, string.Join(", ", places));
        await context.Database.ExecuteSqlRawAsync(sql, [.. values!], cancellationToken);
    }

    public async Task<IReadOnlyList<Tie>> ListUnseenAsync(
        int tenant,
        TieKind kind,
        string owner,
        SyncRun run,
        string? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        var (started, settled) = (run.StartedAt, run.Settled);
        await using var context = contexts.Create();
        var rows = context
            .Set<TieRow>()
            .AsNoTracking()
            .Where(row =>
                row.Tenant == tenant
                && row.Kind == (short)kind
                && row.Owner == owner
                && !row.IsLost
                && (row.SeenAt == null || row.SeenAt < started)
                && row.ChangedAt < settled
            );
        if (after is not null)
        {
            rows = rows.Where(row => row.Customer.CompareTo(after) > 0);
        }

        var page = await rows.OrderBy(row => row.Customer).Take(count).ToListAsync(cancellationToken);
        return [.. page.Select(Read)];
    }

    private static string Places(int first) =>
        $"({string.Join(", ", Enumerable.Range(first, 9).Select(n => $"{{{n.ToString(CultureInfo.InvariantCulture)}}}"))})";

    private static Tie Read(TieRow row) =>
        new((TieKind)row.Kind, row.Owner, row.Customer)
        {
            IsLost = row.IsLost,
            ChangedAt = row.ChangedAt,
            SeenAt = row.SeenAt,
            Profile = row.Profile,
            Tags = row.Tags,
        };
}
