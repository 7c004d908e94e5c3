using Microsoft.EntityFrameworkCore;

namespace Workflows.Storage.Definitions;

/// <summary>What people ask about definitions. Lists never read documents.</summary>
public sealed class DefinitionQueries
{
    private readonly WorkflowsDbContextFactory _contexts;

    internal DefinitionQueries(WorkflowsDbContextFactory contexts) => _contexts = contexts;

    /// <summary>A page of definitions, and how many there are in all.</summary>
    public async Task<(IReadOnlyList<DefinitionSummary> Items, int Total)> ListAsync(
        DefinitionQuery query,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var context = _contexts.Create();
        var rows = Select(Rows(context), query);
        var page = Order(rows, query).Skip(query.Skip);
        if (query.Take is { } take)
        {
            page = page.Take(take);
        }

        var items = await page.Select(row => new DefinitionSummary(
                row.DefinitionId,
                row.Version,
                row.Name,
                row.Description,
                row.IsLatest,
                row.IsPublished,
                row.CreatedAt,
                row.UpdatedAt
            ))
            .ToListAsync(cancellationToken);
        if (query.Exactly is { } exactly)
        {
            items.RemoveAll(item => !exactly.Contains((item.DefinitionId, item.Version)));
            return (items, items.Count);
        }

        var isWhole = query.Skip == 0 && (query.Take is null || items.Count < query.Take);
        return (items, isWhole ? items.Count : await rows.CountAsync(cancellationToken));
    }

    /// <summary>Whether a workflow has this name already.</summary>
    /// <param name="name">The name.</param>
    /// <param name="except">A workflow that may have it; null for none.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<bool> IsNameTakenAsync(string name, string? except, CancellationToken cancellationToken)
    {
        await using var context = _contexts.Create();
        return await Rows(context)
            .Where(row => row.IsLatest || row.IsPublished)
            .AnyAsync(row => row.Name == name && row.DefinitionId != except, cancellationToken);
    }

    private static IQueryable<DefinitionVersionRow> Rows(WorkflowsDbContext context) =>
        context.Set<DefinitionVersionRow>().AsNoTracking().Where(row => row.Tenant == Workspace.Tenant);

    private static IQueryable<DefinitionVersionRow> Select(IQueryable<DefinitionVersionRow> rows, DefinitionQuery query)
    {
        rows = query.Versions switch
        {
            VersionChoice.Latest => rows.Where(row => row.IsLatest),
            VersionChoice.Published => rows.Where(row => row.IsPublished),
            VersionChoice.LatestOrPublished => rows.Where(row => row.IsLatest || row.IsPublished),
            VersionChoice.LatestAndPublished => rows.Where(row => row.IsLatest && row.IsPublished),
            VersionChoice.Draft => rows.Where(row => row.IsLatest && !row.IsPublished),
            _ => rows,
        };
        if (query.Version is { } version)
        {
            rows = rows.Where(row => row.Version == version);
        }

        if (
            (query.DefinitionIds ?? query.Exactly?.Select(one => one.DefinitionId).ToHashSet(StringComparer.Ordinal)) is
            { } ids
        )
        {
            rows = rows.Where(row => ids.Contains(row.DefinitionId));
        }

        if (query.Exactly is { } exactly)
        {
            // The page is small: what has another number is dropped when it is here.
            var numbers = exactly.Select(one => one.Version).ToHashSet();
            rows = rows.Where(row => numbers.Contains(row.Version));
        }

        return string.IsNullOrWhiteSpace(query.SearchTerm) ? rows : Search(rows, query.SearchTerm.Trim());
    }

    /// <summary>Those whose name, description or id has a text in it, in letters of any case.</summary>
    internal static IQueryable<DefinitionVersionRow> Search(IQueryable<DefinitionVersionRow> rows, string text)
    {
        var term = text.ToLowerInvariant();

        // The database lowers the letters; it has no cultures and no comparisons to choose from.
#pragma warning disable CA1304, CA1311, CA1862, MA0011
        return rows.Where(row =>
            row.Name.ToLower().Contains(term)
            || row.DefinitionId.ToLower().Contains(term)
            || (row.Description != null && row.Description.ToLower().Contains(term))
        );
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }

    private static IQueryable<DefinitionVersionRow> Order(
        IQueryable<DefinitionVersionRow> rows,
        DefinitionQuery query
    ) =>
        (query.OrderBy, query.IsDescending) switch
        {
            (DefinitionOrder.Version, false) => rows.OrderBy(row => row.Version).ThenBy(row => row.DefinitionId),
            (DefinitionOrder.Version, true) => rows.OrderByDescending(row => row.Version)
                .ThenBy(row => row.DefinitionId),
            (DefinitionOrder.Created, false) => rows.OrderBy(row => row.CreatedAt).ThenBy(row => row.DefinitionId),
            (DefinitionOrder.Created, true) => rows.OrderByDescending(row => row.CreatedAt)
                .ThenBy(row => row.DefinitionId),
            (_, false) => rows.OrderBy(row => row.Name).ThenBy(row => row.DefinitionId),
            (_, true) => rows.OrderByDescending(row => row.Name).ThenBy(row => row.DefinitionId),
        };
}
