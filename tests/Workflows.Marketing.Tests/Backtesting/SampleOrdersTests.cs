using Workflows.Marketing.Backtesting;

namespace Workflows.Marketing.Tests.Backtesting;

public class SampleOrdersTests
{
    private static readonly SampleOrdersOptions Options = new()
    {
        Customers = 5_000,
        Months = 18,
        Seed = 7,
    };

    [Fact]
    public void Create_SameSeed_GivesTheSameFile()
    {
        Assert.Equal(SampleOrders.Create(Options), SampleOrders.Create(Options));
    }

    [Fact]
    public void Create_OtherSeed_GivesAnotherFile()
    {
        var other = new SampleOrdersOptions
        {
            Customers = 5_000,
            Months = 18,
            Seed = 8,
        };

        Assert.NotEqual(SampleOrders.Create(Options), SampleOrders.Create(other));
    }

    [Fact]
    public void Create_MoreCustomers_LeavesTheOthersAsTheyWere()
    {
        var few = SampleOrders.Create(new SampleOrdersOptions { Customers = 10, Seed = 7 });
        var more = SampleOrders.Create(new SampleOrdersOptions { Customers = 20, Seed = 7 });

        Assert.Equal(
            few.Select(order => (order.CustomerId, order.PaidOn, order.Amount)),
            more.Where(order => string.CompareOrdinal(order.CustomerId, "C0000010") <= 0)
                .Select(order => (order.CustomerId, order.PaidOn, order.Amount))
        );
    }

    [Fact]
    public void Create_Customers_BuyAsCustomersDo()
    {
        var orders = SampleOrders.Create(Options);

        var perCustomer = orders.CountBy(order => order.CustomerId).Select(pair => pair.Value).Order().ToArray();
        var oneTimers = perCustomer.Count(count => count == 1) / 5_000.0;
        var topFifth = perCustomer.TakeLast(1_000).Sum() / (double)orders.Count;
        Assert.Equal(5_000, perCustomer.Length);
        Assert.InRange(oneTimers, 0.45, 0.70);
        Assert.InRange(topFifth, 0.45, 0.75);
        Assert.InRange(orders.Count / 5_000.0, 1.8, 3.5);
    }

    [Fact]
    public void Create_Orders_AreSortedByDayWithinTheMonthsAndNumbered()
    {
        var orders = SampleOrders.Create(Options);

        Assert.Equal(orders.OrderBy(order => order.PaidOn), orders);
        Assert.Equal("S0000001", orders[0].OrderId);
        Assert.InRange(orders[^1].PaidOn, new DateOnly(2022, 1, 1), new DateOnly(2022, 6, 30));
        Assert.All(orders, order => Assert.True(order is { Quantity: >= 1, Amount: > 0 }));
    }

    [Fact]
    public void Create_OptionsOutOfRange_NamesEveryMistake()
    {
        var refused = Assert.Throws<ArgumentException>(() =>
            SampleOrders.Create(new SampleOrdersOptions { Customers = 0, Months = 500 })
        );

        Assert.Contains("Customers", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Months", refused.Message, StringComparison.Ordinal);
    }
}
