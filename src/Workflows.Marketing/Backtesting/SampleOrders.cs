using System.Globalization;
using Workflows.Marketing.Composition;

namespace Workflows.Marketing.Backtesting;

/// <summary>
/// Invents orders as customers of a shop leave them, by the BG/NBD model of Fader, Hardie and Lee (2005): while a customer
/// lives, orders come at random at the customer's own rate; rates differ by a gamma distribution (few heavy buyers, many
/// who come back rarely); after each order the customer leaves for good with the customer's own probability, which
/// differs by a beta distribution (many one-timers). What an order is worth is log-normal around the customer's own level.
/// The shape is that of the CDNOW cohort, where it was fitted: r = 0.243, alpha = 4.414 weeks, a = 0.793, b = 2.426.
/// </summary>
public static class SampleOrders
{
    private const double RateShape = 0.243;
    private const double RateScaleDays = 4.414 * 7;
    private const double LeavingA = 0.793;
    private const double LeavingB = 2.426;
    private const double AcquisitionShare = 1.0 / 6;

    /// <summary>The orders, sorted by day, with ids in that order.</summary>
    /// <exception cref="ArgumentException">The options are out of range; the message lists all mistakes.</exception>
    public static IReadOnlyList<Order> Create(SampleOrdersOptions options)
    {
        ValidOptions.ThrowIfInvalid(options);
        var days = options.FirstDay.AddMonths(options.Months).DayNumber - options.FirstDay.DayNumber;
        // Customers are won in the first part, so that there is time to watch them come back, or not.
        var acquisitionDays = Math.Max(1, (int)(days * AcquisitionShare));
        List<Order> orders = new(options.Customers * 3);
        for (var customer = 1; customer <= options.Customers; customer++)
        {
            var draw = new Draw(unchecked(((ulong)(uint)options.Seed << 32) | (uint)customer));
            var firstDay = (int)(draw.Uniform() * acquisitionDays);
            AddOrdersOf(customer, firstDay, days, options.FirstDay, draw, orders);
        }

        // A stable sort: a customer's orders of one day keep their order.
        return [.. orders.OrderBy(order => order.PaidOn).Select(Number)];
    }

    private static Order Number(Order order, int index) =>
        order with
        {
            OrderId = string.Create(CultureInfo.InvariantCulture, $"S{index + 1:D7}"),
        };

    private static void AddOrdersOf(int customer, int firstDay, int days, DateOnly epoch, Draw draw, List<Order> orders)
    {
        var customerId = string.Create(CultureInfo.InvariantCulture, $"C{customer:D7}");
        var ordersPerDay = draw.Gamma(RateShape) / RateScaleDays;
        var leaving = draw.Beta(LeavingA, LeavingB);
        var level = 3.0 + (0.6 * draw.Normal());
        for (double day = firstDay; day < days; day += draw.Exponential() / ordersPerDay)
        {
            var amount = (decimal)Math.Round(Math.Exp(level + (0.35 * draw.Normal())), 2);
            var quantity = 1 + (int)Math.Min(9, draw.Exponential());
            orders.Add(new Order("", customerId, epoch.AddDays((int)day), quantity, amount));
            if (draw.Uniform() < leaving)
            {
                return;
            }
        }
    }
}
