using Workflows.Marketing.Backtesting;
using Workflows.Marketing.Tests.Journeys;

namespace Workflows.Marketing.Tests.Backtesting;

public class BacktestTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Theory]
    [InlineData(1, "2021-01-01")]
    [InlineData(1, "2021-03-31")]
    [InlineData(2, "2021-06-15")]
    [InlineData(3, "2021-12-31")]
    [InlineData(4, "2022-06-30")]
    [InlineData(5, "2023-01-01")]
    public async Task Run_SampleOrders_AgreesWithTheOracle(int seed, string asOf)
    {
        var orders = SampleOrders.Create(
            new SampleOrdersOptions
            {
                Customers = 400,
                Months = 18,
                Seed = seed,
            }
        );
        var day = DateOnly.Parse(asOf);

        var report = await RunAsync(orders, day);

        var (tiers, messages) = LifecycleOracle.Play(orders, day);
        Assert.Equal(Text(tiers), Text(report.Tiers));
        Assert.Equal(Text(messages), Text(report.Messages));
        Assert.Equal(orders.Count(order => order.PaidOn <= day), report.Orders);
        Assert.Equal(report.Contacts, report.Instances["Running"]);
    }

    [Fact]
    public async Task Run_OneThreadOrMany_GivesTheSameReport()
    {
        var orders = SampleOrders.Create(new SampleOrdersOptions { Customers = 500, Seed = 9 });

        var one = await RunAsync(orders, new DateOnly(2022, 1, 31), parallelism: 1);
        var many = await RunAsync(orders, new DateOnly(2022, 1, 31), parallelism: 4);

        Assert.Equal(
            (Text(one.Tiers), Text(one.Messages), one.Turns),
            (Text(many.Tiers), Text(many.Messages), many.Turns)
        );
    }

    [Fact]
    public async Task Run_OrdersOutOfOrder_AreTakenByDay()
    {
        Order[] orders =
        [
            new("2", "c", new DateOnly(2021, 2, 1), 1, 5m),
            new("1", "c", new DateOnly(2021, 1, 20), 1, 5m),
        ];

        var report = await RunAsync(orders, new DateOnly(2021, 2, 1));

        Assert.Equal("first=1 loyal=0 repeat=1 win-back=0", Text(report.Messages));
    }

    [Fact]
    public async Task Run_NobodyOrderedYet_ReportsZeros()
    {
        var report = await RunAsync([new Order("1", "c", new DateOnly(2021, 2, 1), 1, 5m)], new DateOnly(2021, 1, 31));

        Assert.Equal((0, 0, 0L), (report.Contacts, report.Orders, report.Turns));
        Assert.Equal("first=0 loyal=0 new=0 repeat=0 silent=0", Text(report.Tiers));
        Assert.Empty(report.Instances);
    }

    [Fact]
    public async Task Run_Progress_EndsWithEveryContact()
    {
        var seen = new List<BacktestProgress>();
        var orders = SampleOrders.Create(
            new SampleOrdersOptions
            {
                Customers = 200,
                Months = 6,
                Seed = 1,
            }
        );

        await RunAsync(orders, new DateOnly(2021, 6, 30), progress: new Listener(seen));

        Assert.Equal(new BacktestProgress(200, 200), seen.MaxBy(progress => progress.Contacts));
    }

    [Fact]
    public async Task Run_Cancelled_Ends()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            RunAsync(
                [new Order("1", "c", new DateOnly(2021, 1, 1), 1, 5m)],
                new DateOnly(2021, 1, 1),
                cancellationToken: cancelled.Token
            )
        );
    }

    private static async Task<BacktestReport> RunAsync(
        IReadOnlyList<Order> orders,
        DateOnly asOf,
        int parallelism = 2,
        IProgress<BacktestProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        var backtest = new Backtest(await ShippedJourney.RuleSetsAsync(), TimeProvider.System);
        var options = new BacktestOptions
        {
            AsOf = asOf,
            TimeZone = Shanghai,
            Parallelism = parallelism,
        };
        return await backtest.RunAsync(ShippedJourney.LifecycleCare(), orders, options, progress, cancellationToken);
    }

    private static string Text(IReadOnlyDictionary<string, int> counts) =>
        string.Join(
            ' ',
            counts.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}")
        );

    private sealed class Listener(List<BacktestProgress> seen) : IProgress<BacktestProgress>
    {
        public void Report(BacktestProgress value) => seen.Add(value);
    }
}
