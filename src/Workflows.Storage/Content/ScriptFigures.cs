using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Content;
using Workflows.Storage.Contacts;

namespace Workflows.Storage.Content;

/// <summary>What came of scripts: how often they were said, and the orders that followed. Only reads.</summary>
public sealed class ScriptFigures
{
    /// <summary>How many days after it was said an order counts for a script that says nothing of it.</summary>
    public const int UsualDays = 7;

    private const int Batch = 500;
    private readonly WorkflowsDbContextFactory _contexts;

    internal ScriptFigures(WorkflowsDbContextFactory contexts) => _contexts = contexts;

    /// <summary>
    /// The scripts said in a time. An order counts for the last script its customer heard before it whose window is not over,
    /// or for none; it may be paid after the time asked for.
    /// </summary>
    /// <param name="tenant">Whose scripts.</param>
    /// <param name="from">Said at or after this.</param>
    /// <param name="to">Said before this.</param>
    /// <param name="category">Only of this category, or null.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Those that were said, most orders first.</returns>
    public async Task<IReadOnlyList<ScriptFigure>> OfAsync(
        int tenant,
        DateTimeOffset from,
        DateTimeOffset to,
        string? category,
        CancellationToken cancellationToken
    )
    {
        await using var context = _contexts.Create();
        var scripts = await ScriptsAsync(context, tenant, cancellationToken);
        if (scripts.Count == 0)
        {
            return [];
        }

        // A script said later takes an order away from one said in the time.
        var until = to.AddDays(scripts.Values.Max(DaysOf));
        var uses = await new ContentUses(context, tenant).OfAsync([.. scripts.Keys], from, until, cancellationToken);
        var said = uses.Where(use => !use.IsHandedOut).ToList();
        var sales = await SalesAsync(context, tenant, said, scripts, (from, to, until), cancellationToken);
        return
        [
            .. said.Where(use => use.At < to)
                .GroupBy(use => use.Content, StringComparer.Ordinal)
                .Where(group =>
                    category is null
                    || string.Equals(scripts[group.Key].Item.Category, category, StringComparison.Ordinal)
                )
                .Select(group => Figure(scripts[group.Key], [.. group], [.. sales[group.Key]]))
                .OrderByDescending(figure => figure.Orders)
                .ThenByDescending(figure => figure.Sent + figure.Copied)
                .ThenBy(figure => figure.Script, StringComparer.Ordinal),
        ];
    }

    private static int DaysOf(ContentVersion script) => script.Item.AttributionDays ?? UsualDays;

    private static async Task<IReadOnlyDictionary<string, ContentVersion>> ScriptsAsync(
        WorkflowsDbContext context,
        int tenant,
        CancellationToken cancellationToken
    )
    {
        var rows = await context
            .Set<ContentVersionRow>()
            .AsNoTracking()
            .Where(row => row.Tenant == tenant && row.Kind == ContentKinds.Script)
            .ToListAsync(cancellationToken);
        return rows.Select(row => row.ToVersion())
            .ToDictionary(version => version.Ref.ToString(), StringComparer.Ordinal);
    }

    private static async Task<ILookup<string, Sale>> SalesAsync(
        WorkflowsDbContext context,
        int tenant,
        IReadOnlyList<UsedContent> uses,
        IReadOnlyDictionary<string, ContentVersion> scripts,
        (DateTimeOffset From, DateTimeOffset To, DateTimeOffset Until) time,
        CancellationToken cancellationToken
    )
    {
        var heard = uses.Where(use => use.ContactId is not null)
            .ToLookup(
                use => use.ContactId!.Value,
                use => new Touch(use.Content, use.At, IsClick: false, DaysOf(scripts[use.Content]))
            );
        List<Sale> sales = [];
        foreach (var some in heard.Select(group => group.Key).Chunk(Batch))
        {
            var orders = await context
                .Set<OrderRow>()
                .AsNoTracking()
                .Where(row => row.Tenant == tenant && row.Counts && some.Contains(row.ContactId))
                .Where(row => row.PaidAt >= time.From && row.PaidAt < time.Until)
                .Select(row => new
                {
                    row.ContactId,
                    row.PaidAt,
                    row.Amount,
                })
                .ToListAsync(cancellationToken);
            foreach (var order in orders)
            {
                if (LastTouch.Find(order.PaidAt!.Value, heard[order.ContactId]) is { } touch && touch.At < time.To)
                {
                    sales.Add(new Sale(touch.Code, order.ContactId, order.Amount));
                }
            }
        }

        return sales.ToLookup(sale => sale.Script, StringComparer.Ordinal);
    }

    private static ScriptFigure Figure(
        ContentVersion script,
        IReadOnlyList<UsedContent> uses,
        IReadOnlyList<Sale> sales
    ) =>
        new(
            script.Ref.ToString(),
            script.Item.Name,
            script.Item.Category,
            uses.Count(use => !use.IsByHand),
            uses.Count(use => use.IsByHand),
            uses.Select(use => use.Staff).OfType<string>().Distinct(StringComparer.Ordinal).Count(),
            uses.Select(use => use.ContactId).OfType<Guid>().Distinct().Count(),
            sales.Select(sale => sale.ContactId).Distinct().Count(),
            sales.Count,
            sales.Sum(sale => sale.Amount)
        );

    private sealed record Sale(string Script, Guid ContactId, decimal Amount);
}
