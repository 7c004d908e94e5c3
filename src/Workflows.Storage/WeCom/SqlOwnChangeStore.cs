using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Channels.WeCom.Records;

namespace Workflows.Storage.WeCom;

/// <summary>What we changed in WeCom's records, in the database.</summary>
internal sealed class SqlOwnChangeStore(WorkflowsDbContextFactory contexts, WriteGate gate) : IOwnChangeStore
{
    private const int Columns = 6;

    private static readonly CompositeFormat Upsert = CompositeFormat.Parse(
        """
        INSERT INTO wecom_changes (tenant, customer, kind, staff, value, at) VALUES {0}
        ON CONFLICT (tenant, customer, kind, staff, value) DO UPDATE SET at = excluded.at
        WHERE excluded.at > wecom_changes.at
        """
    );

    public async Task NoteAsync(int tenant, IReadOnlyList<OwnChange> changes, CancellationToken cancellationToken)
    {
        if (changes.Count == 0)
        {
            return;
        }

        List<object> values = [];
        List<string> places = [];
        // In one order everywhere, so that two hosts with the same rows wait for each other instead of locking up.
        foreach (
            var change in changes
                .DistinctBy(change => (change.Kind, change.Staff, change.Customer, change.Value))
                .OrderBy(change => change.Customer, StringComparer.Ordinal)
                .ThenBy(change => change.Kind)
                .ThenBy(change => change.Value, StringComparer.Ordinal)
        )
        {
            places.Add(Places(values.Count));
            values.AddRange([
                tenant,
                change.Customer,
                (short)change.Kind,
                change.Staff,
                change.Value,
                change.At.UtcTicks,
            ]);
        }

        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        var sql = string.Format(CultureInfo.InvariantCulture, Upsert, string.Join(", ", places));
        await context.Database.ExecuteSqlRawAsync(sql, values, cancellationToken);
    }

    public async Task ForgetAsync(int tenant, IReadOnlyList<OwnChange> changes, CancellationToken cancellationToken)
    {
        if (changes.Count == 0)
        {
            return;
        }

        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        foreach (var change in changes)
        {
            await context
                .Set<OwnChangeRow>()
                .Where(row =>
                    row.Tenant == tenant
                    && row.Customer == change.Customer
                    && row.Kind == (short)change.Kind
                    && row.Staff == change.Staff
                    && row.Value == change.Value
                )
                .ExecuteDeleteAsync(cancellationToken);
        }
    }

    public async Task<IReadOnlyList<OwnChange>> FindAsync(
        int tenant,
        IReadOnlyCollection<string> customers,
        DateTimeOffset since,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = await context
            .Set<OwnChangeRow>()
            .AsNoTracking()
            .Where(row => row.Tenant == tenant && customers.Contains(row.Customer) && row.At >= since)
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new OwnChange((OwnChangeKind)row.Kind, row.Staff, row.Customer, row.Value, row.At)),
        ];
    }

    public async Task<int> CountAsync(
        int tenant,
        OwnChangeKind kind,
        string value,
        DateTimeOffset since,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        return await context
            .Set<OwnChangeRow>()
            .CountAsync(
                row => row.Tenant == tenant && row.Kind == (short)kind && row.Value == value && row.At >= since,
                cancellationToken
            );
    }

    public async Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        return await context.Set<OwnChangeRow>().Where(row => row.At < before).ExecuteDeleteAsync(cancellationToken);
    }

    private static string Places(int first) =>
        $"({string.Join(", ", Enumerable.Range(first, Columns).Select(n => $"{{{n.ToString(CultureInfo.InvariantCulture)}}}"))})";
}
