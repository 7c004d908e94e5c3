using Microsoft.EntityFrameworkCore;
using Workflows.Rules.Catalog;
using Workflows.Rules.Model;

namespace Workflows.Storage.RuleSets;

/// <summary>Rule sets in the database, every version of them.</summary>
internal sealed class SqlRuleSetStore(WorkflowsDbContextFactory contexts, WriteGate gate) : IRuleSetStore
{
    public async Task<RuleSetVersion?> FindAsync(string name, CancellationToken ct)
    {
        await using var context = contexts.Create();
        return await NewestAsync(context, name, ct);
    }

    public async Task<IReadOnlyList<RuleSetVersion>> ListAsync(CancellationToken ct)
    {
        await using var context = contexts.Create();
        var rows = await Rows(context)
            .Where(row => row.Version == Rows(context).Where(o => o.NameKey == row.NameKey).Max(o => o.Version))
            .OrderBy(row => row.NameKey)
            .ToListAsync(ct);
        return [.. rows.Select(Read)];
    }

    public async Task<IReadOnlyList<RuleSetVersion>> VersionsAsync(string name, CancellationToken ct)
    {
        await using var context = contexts.Create();
        var key = Key(name);
        var rows = await Rows(context)
            .Where(row => row.NameKey == key)
            .OrderByDescending(row => row.Version)
            .ToListAsync(ct);
        return [.. rows.Select(Read)];
    }

    public async Task<RuleSetVersion> PublishAsync(
        string name,
        string json,
        RulePeriod period,
        DateTimeOffset at,
        CancellationToken ct
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        while (true)
        {
            using var turn = await gate.EnterAsync(ct);
            await using var context = contexts.Create();
            var newest = await NewestAsync(context, name, ct);
            if (newest is not null && string.Equals(newest.Json, json, StringComparison.Ordinal))
            {
                return newest;
            }

            var next = new RuleSetVersion(newest?.Name ?? name, (newest?.Version ?? 0) + 1, json, at)
            {
                Period = period,
            };
            context.Add(
                new RuleSetVersionRow
                {
                    Tenant = Workspace.Tenant,
                    NameKey = Key(name),
                    Version = next.Version,
                    Name = next.Name,
                    Json = json,
                    PublishedAt = at,
                    ValidFrom = period.From?.ToUniversalTime(),
                    ValidTo = period.To?.ToUniversalTime(),
                }
            );
            try
            {
                await context.SaveChangesAsync(ct);
                return next;
            }
            catch (DbUpdateException) when (!ct.IsCancellationRequested)
            {
                // Another host published the same number a moment ago: look again and take the next one.
                if (await NewestAsync(context, name, ct) is not { } other || other.Version < next.Version)
                {
                    throw;
                }
            }
        }
    }

    private static IQueryable<RuleSetVersionRow> Rows(WorkflowsDbContext context) =>
        context.Set<RuleSetVersionRow>().AsNoTracking().Where(row => row.Tenant == Workspace.Tenant);

    private static async Task<RuleSetVersion?> NewestAsync(
        WorkflowsDbContext context,
        string name,
        CancellationToken ct
    )
    {
        var key = Key(name);
        var row = await Rows(context)
            .Where(row => row.NameKey == key)
            .OrderByDescending(row => row.Version)
            .FirstOrDefaultAsync(ct);
        return row is null ? null : Read(row);
    }

    private static RuleSetVersion Read(RuleSetVersionRow row) =>
        new(row.Name, row.Version, row.Json, row.PublishedAt) { Period = new RulePeriod(row.ValidFrom, row.ValidTo) };

    private static string Key(string name) => name.ToUpperInvariant();
}
