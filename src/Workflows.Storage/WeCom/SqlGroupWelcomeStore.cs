using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Channels.WeCom.GroupWelcomes;

namespace Workflows.Storage.WeCom;

/// <summary>Group welcomes in the database.</summary>
internal sealed class SqlGroupWelcomeStore(WorkflowsDbContextFactory contexts, WriteGate gate) : IGroupWelcomeStore
{
    private const string Begin = """
        INSERT INTO wecom_group_welcomes (tenant, name, welcome, made_at) VALUES ({0}, {1}, {2}, {3}) ON CONFLICT DO NOTHING
        """;

    public async Task<KeptGroupWelcome?> FindAsync(int tenant, string name, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var row = await Rows(context, tenant)
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.Name == name, cancellationToken);
        return row is null ? null : Read(row);
    }

    public async Task<IReadOnlyList<KeptGroupWelcome>> ListAsync(int tenant, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var rows = await Rows(context, tenant).AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancellationToken);
        return [.. rows.Select(Read)];
    }

    public async Task<bool> TryBeginAsync(int tenant, KeptGroupWelcome welcome, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        object[] values = [tenant, welcome.Welcome.Name, Write(welcome.Welcome), welcome.MadeAt.UtcTicks];
        return await context.Database.ExecuteSqlRawAsync(Begin, values, cancellationToken) == 1;
    }

    public async Task SaveAsync(int tenant, KeptGroupWelcome welcome, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        var (name, text) = (welcome.Welcome.Name, Write(welcome.Welcome));
        await Rows(context, tenant)
            .Where(row => row.Name == name)
            .ExecuteUpdateAsync(
                row => row.SetProperty(to => to.Welcome, text).SetProperty(to => to.Reference, welcome.Reference),
                cancellationToken
            );
    }

    public async Task RemoveAsync(int tenant, string name, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await Rows(context, tenant).Where(row => row.Name == name).ExecuteDeleteAsync(cancellationToken);
    }

    private static IQueryable<GroupWelcomeRow> Rows(WorkflowsDbContext context, int tenant) =>
        context.Set<GroupWelcomeRow>().Where(row => row.Tenant == tenant);

    private static string Write(GroupWelcome welcome) => JsonSerializer.Serialize(welcome);

    private static KeptGroupWelcome Read(GroupWelcomeRow row) =>
        new(JsonSerializer.Deserialize<GroupWelcome>(row.Welcome)!, row.MadeAt) { Reference = row.Reference };
}
