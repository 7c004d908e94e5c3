using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Content;
using Workflows.Marketing.Messaging;
using Workflows.Storage.Contacts;
using Workflows.Storage.Messages;

namespace Workflows.Storage.Links;

/// <summary>What came of what was said: sendings, clicks, and the orders that count for them. Only reads.</summary>
public sealed class LinkFigures
{
    private const int Batch = 500;
    private const string GroupPrefix = "group:";
    private readonly WorkflowsDbContextFactory _contexts;

    internal LinkFigures(WorkflowsDbContextFactory contexts) => _contexts = contexts;

    /// <summary>What became of each version of a content, the newest first.</summary>
    public async Task<IReadOnlyList<ContentFigures>> OfContentAsync(
        int tenant,
        string id,
        CancellationToken cancellationToken
    )
    {
        await using var context = _contexts.Create();
        var start = $"{id}@";
        var messages = context
            .Set<MessageRow>()
            .AsNoTracking()
            .Where(row => row.Tenant == tenant && row.ContentRef != null && row.ContentRef.StartsWith(start));
        var sendings = await messages
            .GroupBy(row => row.ContentRef!)
            .Select(all => new
            {
                Version = all.Key,
                All = all.Count(),
                Sent = all.Count(row => row.Outcome == (short)SendOutcome.Sent),
                LastAt = all.Max(row => row.CreatedAt),
            })
            .ToListAsync(cancellationToken);
        var links = await messages
            .Join(
                context.Set<TrackedLinkRow>(),
                row => new { row.Tenant, row.Key },
                link => new { link.Tenant, Key = link.MessageKey },
                (row, link) => new { row.ContentRef, link.Clicks }
            )
            .GroupBy(pair => pair.ContentRef!)
            .Select(all => new
            {
                Version = all.Key,
                Links = all.Count(),
                Clicked = all.Count(pair => pair.Clicks > 0),
                Clicks = all.Sum(pair => pair.Clicks),
            })
            .ToDictionaryAsync(all => all.Version, StringComparer.Ordinal, cancellationToken);
        return
        [
            .. sendings
                .Select(all =>
                {
                    var followed = links.GetValueOrDefault(all.Version);
                    return new ContentFigures(
                        all.Version,
                        all.Sent,
                        all.All - all.Sent,
                        all.LastAt,
                        followed?.Links ?? 0,
                        followed?.Clicked ?? 0,
                        followed?.Clicks ?? 0
                    );
                })
                .OrderByDescending(figures => figures.LastAt),
        ];
    }

    /// <summary>The orders of a time, each counted for one link or for none (<see cref="LastTouch"/>), added up.</summary>
    /// <param name="tenant">Whose orders.</param>
    /// <param name="from">Paid at or after this.</param>
    /// <param name="to">Paid before this.</param>
    /// <param name="view">By what they are added up.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Most sales first; orders that count for no link are left out.</returns>
    public async Task<IReadOnlyList<AttributedSales>> SalesAsync(
        int tenant,
        DateTimeOffset from,
        DateTimeOffset to,
        SalesView view,
        CancellationToken cancellationToken
    )
    {
        var sums = await SumAsync(tenant, from, to, link => NameOf(link, view), cancellationToken);
        return [.. sums.Values.OrderByDescending(sum => sum.Amount).ThenBy(sum => sum.Name, StringComparer.Ordinal)];
    }

    /// <summary>The orders that count for links of one journey, by the names of its messages.</summary>
    internal async Task<IReadOnlyDictionary<string, AttributedSales>> SalesOfAsync(
        int tenant,
        string journey,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken
    ) =>
        await SumAsync(
            tenant,
            from,
            to,
            link => string.Equals(link.Journey, journey, StringComparison.Ordinal) ? link.Template : null,
            cancellationToken
        );

    private async Task<Dictionary<string, AttributedSales>> SumAsync(
        int tenant,
        DateTimeOffset from,
        DateTimeOffset to,
        Func<LinkSource, string?> nameOf,
        CancellationToken cancellationToken
    )
    {
        await using var context = _contexts.Create();
        var orders = context
            .Set<OrderRow>()
            .AsNoTracking()
            .Where(row => row.Tenant == tenant && row.Counts && row.PaidAt >= from && row.PaidAt < to)
            .Select(row => new PaidOrder(row.ContactId, row.PaidAt!.Value, row.Amount))
            .AsAsyncEnumerable();
        var sums = new Dictionary<string, AttributedSales>(StringComparer.Ordinal);
        List<PaidOrder> some = new(Batch);
        await foreach (var order in orders.WithCancellation(cancellationToken))
        {
            some.Add(order);
            if (some.Count == Batch)
            {
                await AddAsync(tenant, some, nameOf, sums, cancellationToken);
                some.Clear();
            }
        }

        await AddAsync(tenant, some, nameOf, sums, cancellationToken);
        return sums;
    }

    private async Task AddAsync(
        int tenant,
        IReadOnlyList<PaidOrder> orders,
        Func<LinkSource, string?> nameOf,
        Dictionary<string, AttributedSales> sums,
        CancellationToken cancellationToken
    )
    {
        if (orders.Count == 0)
        {
            return;
        }

        await using var context = _contexts.Create();
        var met = await new LinkTouches(context, tenant).OfAsync(
            [.. orders.Select(order => order.ContactId).Distinct()],
            orders.Max(order => order.PaidAt),
            cancellationToken
        );
        foreach (var order in orders)
        {
            if (LastTouch.Find(order.PaidAt, met[order.ContactId].Select(one => one.Touch)) is { } touch)
            {
                var link = met[order.ContactId].First(one => one.Touch == touch).Link;
                if (nameOf(link) is not { } name)
                {
                    continue;
                }

                var sum = sums.GetValueOrDefault(name) ?? new AttributedSales(name, 0, 0, 0m);
                sums[name] = sum with
                {
                    Orders = sum.Orders + 1,
                    ByClick = sum.ByClick + (touch.IsClick ? 1 : 0),
                    Amount = sum.Amount + order.Amount,
                };
            }
        }
    }

    private static string? NameOf(LinkSource link, SalesView view) =>
        view switch
        {
            SalesView.Content => link.ContentRef,
            SalesView.Journey => link.Journey,
            SalesView.Staff => link.Sender,
            SalesView.Group => link.Address?.StartsWith(GroupPrefix, StringComparison.Ordinal) is true
                ? link.Address[GroupPrefix.Length..]
                : null,
            _ => link.Template,
        } ?? "";

    private sealed record PaidOrder(Guid ContactId, DateTimeOffset PaidAt, decimal Amount);
}
