using Microsoft.EntityFrameworkCore;

namespace Workflows.Storage.Definitions;

/// <summary>What people ask about definitions. Lists never read documents.</summary>
public sealed class DefinitionQueries
{
    /// <summary>How many versions a list of all of them has, where it says no number. A year of saves is no page.</summary>
    private const int LargestHistory = 1_000;

    private readonly WorkflowsDbContextFactory _contexts;

    internal DefinitionQueries(WorkflowsDbContextFactory contexts) => _contexts = contexts;

    /// <summary>A page of definitions, and how many there are in all. A list of all versions without a page has 1,000 at most.</summary>
    public async Task<(IReadOnlyList<DefinitionSummary> Items, int Total)> ListAsync(
        DefinitionQuery query,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var context = _contexts.Create();
        await context.PreferIndexesAsync(cancellationToken);
        var rows = Select(Rows(context), query);
        var most = query.Take ?? (query.Versions == VersionChoice.All ? LargestHistory : null);
        var page = most is { } take ? Page(context, rows, query, take) : Order(rows, query);
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

        var isWhole = query.Skip == 0 && (most is null || items.Count < most);
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

    /// <summary>The workflows that have a text in their present name, description or id.</summary>
    internal static Task<string[]> FindIdsAsync(
        WorkflowsDbContext context,
        int tenant,
        string text,
        CancellationToken cancellationToken
    )
    {
        var rows = context.Set<DefinitionVersionRow>().Where(row => row.Tenant == tenant);
        return Search(rows.Where(row => row.IsLatest || row.IsPublished), text)
            .Select(row => row.DefinitionId)
            .Distinct()
            .ToArrayAsync(cancellationToken);
    }

    private static IQueryable<DefinitionVersionRow> Rows(WorkflowsDbContext context) =>
        context.Set<DefinitionVersionRow>().AsNoTracking().Where(row => row.Tenant == Workspace.Tenant);

    // Which rows are on the page, an index knows; only those are fetched. A version's row is as wide as its document.
    private static IQueryable<DefinitionVersionRow> Page(
        WorkflowsDbContext context,
        IQueryable<DefinitionVersionRow> rows,
        DefinitionQuery query,
        int take
    )
    {
        var keys = Order(rows, query).Skip(query.Skip).Take(take).Select(row => row.Key);
        return Order(keys.Join(Rows(context), key => key, row => row.Key, (_, row) => row), query);
    }

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

        // An array is one parameter, however many it has.
        var named =
            query.DefinitionIds ?? query.Exactly?.Select(one => one.DefinitionId).Distinct(StringComparer.Ordinal);
        if (named?.ToArray() is { } ids)
        {
            rows = rows.Where(row => ids.Contains(row.DefinitionId));
        }

        if (query.Exactly is { } exactly)
        {
            // The page is small: what has another number is dropped when it is here.
            var numbers = exactly.Select(one => one.Version).Distinct().ToArray();
            rows = rows.Where(row => numbers.Contains(row.Version));
        }

        return string.IsNullOrWhiteSpace(query.SearchTerm) ? rows : Search(rows, query.SearchTerm.Trim());
    }

    /// <summary>Those whose name, description or id has a text in it, in letters of any case.</summary>
    private static IQueryable<DefinitionVersionRow> Search(IQueryable<DefinitionVersionRow> rows, string text)
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

    // The newest version of a workflow comes first wherever two of its versions are alike.
    private static IQueryable<DefinitionVersionRow> Order(
        IQueryable<DefinitionVersionRow> rows,
        DefinitionQuery query
    ) =>
        (
            (query.OrderBy, query.IsDescending) switch
            {
                (DefinitionOrder.Version, false) => rows.OrderBy(row => row.Version),
                (DefinitionOrder.Version, true) => rows.OrderByDescending(row => row.Version),
                (DefinitionOrder.Created, false) => rows.OrderBy(row => row.CreatedAt),
                (DefinitionOrder.Created, true) => rows.OrderByDescending(row => row.CreatedAt),
                (_, false) => rows.OrderBy(row => row.Name),
                (_, true) => rows.OrderByDescending(row => row.Name),
            }
        )
            .ThenBy(row => row.DefinitionId)
            .ThenByDescending(row => row.Version);
}
