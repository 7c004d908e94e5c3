using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Launches;
using Workflows.Storage.Contacts;

namespace Workflows.Storage.Launches;

/// <summary>Orders added up one by one: how many there are costs no memory.</summary>
/// <param name="product">Only orders with a line of this product; null for all.</param>
/// <param name="latest">How many of the latest are kept.</param>
internal sealed class OrderSum(string? product, int latest)
{
    private readonly PriorityQueue<(Guid Contact, ToldOrder Order), (DateTimeOffset, string)> _latest = new();
    private int _orders;
    private int _pieces;
    private decimal _amount;

    /// <summary>Orders that may have a line of the product; <see cref="Add"/> looks closer.</summary>
    public static IQueryable<OrderRow> Like(IQueryable<OrderRow> orders, string? product)
    {
        if (product is null)
        {
            return orders;
        }

        var written = JsonSerializer.Serialize(product, LineJson);
        return orders.Where(row => row.Lines.Contains(written));
    }

    public void Add(OrderRow row)
    {
        var lines = OrderRows.ReadLines(row.Lines);
        var own = lines.Where(line => product is null || string.Equals(line.Sku, product, StringComparison.Ordinal));
        if (product is not null && !own.Any())
        {
            return;
        }

        // What was given back of an order is said of the order, not of its lines.
        var pieces = product is null ? row.Quantity : own.Sum(line => line.Quantity);
        var amount = product is null ? row.Amount : Math.Min(row.Amount, own.Sum(line => line.Amount));
        _orders++;
        _pieces += pieces;
        _amount += amount;
        _latest.Enqueue(
            (row.ContactId, new ToldOrder(row.PaidAt!.Value, null, pieces, amount)),
            (row.PaidAt.Value, $"{row.Source}\n{row.Number}")
        );
        if (_latest.Count > latest)
        {
            _latest.Dequeue();
        }
    }

    public async Task<OrderFigures> ToFiguresAsync(WorkflowsDbContext context, CancellationToken cancellationToken)
    {
        List<(Guid Contact, ToldOrder Order)> told = [];
        while (_latest.TryDequeue(out var one, out _))
        {
            told.Insert(0, one);
        }

        var ids = told.Select(one => one.Contact).Distinct().ToList();
        var names = await context
            .Set<ContactRow>()
            .AsNoTracking()
            .Where(row => ids.Contains(row.Id))
            .Select(row => new { row.Id, row.Attributes })
            .ToDictionaryAsync(
                row => row.Id,
                row => ContactJson.ReadAttributes(row.Attributes).GetValueOrDefault("name") as string,
                cancellationToken
            );
        return new OrderFigures(
            _orders,
            _pieces,
            _amount,
            [.. told.Select(one => one.Order with { Name = names.GetValueOrDefault(one.Contact) })]
        );
    }

    private static readonly JsonSerializerOptions LineJson = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
