using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Channels.WeCom.Ways;

namespace Workflows.Storage.WeCom;

/// <summary>Ways in the database.</summary>
internal sealed class SqlWayStore(WorkflowsDbContextFactory contexts, WriteGate gate) : IWayStore
{
    private const string Begin = """
        INSERT INTO wecom_ways (tenant, name, kind, spec, made_at) VALUES ({0}, {1}, {2}, {3}, {4}) ON CONFLICT DO NOTHING
        """;

    public async Task<Way?> FindAsync(int tenant, string name, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var row = await context
            .Set<WayRow>()
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.Tenant == tenant && row.Name == name, cancellationToken);
        return row is null ? null : Read(row);
    }

    public async Task<IReadOnlyList<Way>> ListAsync(
        int tenant,
        string? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = context.Set<WayRow>().AsNoTracking().Where(row => row.Tenant == tenant);
        if (after is not null)
        {
            rows = rows.Where(row => row.Name.CompareTo(after) > 0);
        }

        var page = await rows.OrderBy(row => row.Name).Take(count).ToListAsync(cancellationToken);
        return [.. page.Select(Read)];
    }

    public async Task<bool> TryBeginAsync(int tenant, Way way, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        object[] values = [tenant, way.Spec.Name, (short)way.Spec.Kind, Write(way.Spec), way.MadeAt.UtcTicks];
        return await context.Database.ExecuteSqlRawAsync(Begin, values, cancellationToken) == 1;
    }

    public async Task SaveAsync(int tenant, Way way, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        var spec = Write(way.Spec);
        await context
            .Set<WayRow>()
            .Where(row => row.Tenant == tenant && row.Name == way.Spec.Name)
            .ExecuteUpdateAsync(
                row =>
                    row.SetProperty(to => to.Spec, spec)
                        .SetProperty(to => to.Reference, way.Reference)
                        .SetProperty(to => to.Address, way.Address),
                cancellationToken
            );
    }

    public async Task RemoveAsync(int tenant, string name, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await context
            .Set<WayRow>()
            .Where(row => row.Tenant == tenant && row.Name == name)
            .ExecuteDeleteAsync(cancellationToken);
    }

    private static string Write(WaySpec spec) => JsonSerializer.Serialize(spec);

    private static Way Read(WayRow row) =>
        new(JsonSerializer.Deserialize<WaySpec>(row.Spec)!, row.MadeAt)
        {
            Reference = row.Reference,
            Address = row.Address,
        };
}
