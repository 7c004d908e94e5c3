using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Content;

namespace Workflows.Storage.Content;

/// <summary>Reads contents from the database.</summary>
internal sealed class ContentReading(WorkflowsDbContextFactory contexts)
{
    private const int MostMoves = 1_000;
    private static readonly short[] Sendable = [(short)ContentState.Approved, (short)ContentState.Used];

    public static IQueryable<ContentVersionRow> Rows(WorkflowsDbContext context, int tenant) =>
        context.Set<ContentVersionRow>().AsNoTracking().Where(row => row.Tenant == tenant);

    /// <summary>The newest version that is meant; null where there is none.</summary>
    public async Task<ContentVersion?> NewestAsync(
        int tenant,
        ContentRef reference,
        bool isSendable,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(reference);
        await using var context = contexts.Create();
        var (id, version) = (reference.Id, reference.Version);
        var row = await Rows(context, tenant)
            .Where(row => row.Id == id && (version == null || row.Version == version))
            .Where(row => !isSendable || Sendable.Contains(row.State))
            .OrderByDescending(row => row.Version)
            .FirstOrDefaultAsync(cancellationToken);
        return row?.ToVersion();
    }

    public async Task<IReadOnlyList<ContentVersion>> ListAsync(
        int tenant,
        ContentQuery query,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var all = Rows(context, tenant);
        var shown = query.Sendable ? all.Where(row => Sendable.Contains(row.State)) : all;
        // Its newest version, or its newest one that may be sent, stands for a content.
        var newest = shown.Where(row => row.Version == shown.Where(o => o.Id == row.Id).Max(o => o.Version));
        var rows = await Narrow(newest, query).OrderBy(row => row.Id).Take(query.Take).ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToVersion())];
    }

    public async Task<IReadOnlyList<ContentVersion>> VersionsAsync(
        int tenant,
        string id,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = await Rows(context, tenant)
            .Where(row => row.Id == id)
            .OrderByDescending(row => row.Version)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToVersion())];
    }

    public async Task<IReadOnlyList<ContentMove>> MovesAsync(int tenant, string id, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var rows = await context
            .Set<ContentMoveRow>()
            .AsNoTracking()
            .Where(row => row.Tenant == tenant && row.ContentId == id)
            .OrderByDescending(row => row.Id)
            .Take(MostMoves)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToMove())];
    }

    public async Task<bool> NamesFileAsync(int tenant, string file, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var part = $"/{file}/";
        return await Rows(context, tenant)
            .AnyAsync(row => row.Files != null && row.Files.Contains(part), cancellationToken);
    }

    private static IQueryable<ContentVersionRow> Narrow(IQueryable<ContentVersionRow> rows, ContentQuery query)
    {
        var state = (short?)query.State;
        var theme = (short?)query.Theme;
        var worth = query.Value is { } value ? $",{(short)value}," : null;
        var words = query.Search?.ToLowerInvariant();
        return rows.Where(row => query.After == null || row.Id.CompareTo(query.After) > 0)
            .Where(row => query.Kind == null || row.Kind == query.Kind)
            .Where(row => query.Category == null || row.Category == query.Category)
            .Where(row => state == null || row.State == state)
            .Where(row => theme == null || row.Theme == theme)
            .Where(row => query.Persona == null || row.Persona == query.Persona)
            .Where(row => worth == null || (row.Worth != null && row.Worth.Contains(worth)))
            .Where(row => words == null || row.Words.Contains(words));
    }
}
