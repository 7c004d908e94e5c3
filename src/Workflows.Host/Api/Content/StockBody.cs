using Workflows.Marketing.Content;

namespace Workflows.Host.Api.Content;

/// <summary>A counter of a limited value.</summary>
/// <param name="Name">Its name, as contents give it.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Taken">How many messages took one.</param>
/// <param name="Left">How many are left.</param>
/// <param name="EndsAt">When the offer ends; null for when all are taken.</param>
internal sealed record StockBody(string Name, int Total, int Taken, int Left, DateTimeOffset? EndsAt)
{
    public static StockBody From(Stock stock) => new(stock.Name, stock.Total, stock.Taken, stock.Left, stock.EndsAt);
}
