using System.Diagnostics;
using Workflows.Benchmarks.Measuring;
using Workflows.Host.Composition;
using Workflows.Marketing.Backtesting;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;

namespace Workflows.Benchmarks.Groups;

/// <summary>The lifecycle journey over a year and a half of invented orders; <c>WORKFLOWS_BENCH_ORDERS</c> names a file to take instead.</summary>
internal static class Backtests
{
    private const string Group = "backtest";

    public static async Task RunAsync(Effort effort, IReport report)
    {
        var root = Environment.GetEnvironmentVariable("WORKFLOWS_HOME") ?? Directory.GetCurrentDirectory();
        var ruleSets = new RuleSetCatalog(
            new MemoryRuleSetStore(),
            new RulesEngineJudge(),
            TimeProvider.System,
            ContactRules.Shape
        );
        await ruleSets.PublishAsync(
            await File.ReadAllTextAsync(Path.Combine(root, "rules", "lifecycle-tiers", "rules.json")),
            CancellationToken.None
        );
        var json = await File.ReadAllTextAsync(Path.Combine(root, "workflows", "lifecycle-care", "workflow.json"));
        var journey = RuntimeRoom.CreateCompiler().Compile(json).Graph!;
        var orders = Orders(effort);
        var options = new BacktestOptions
        {
            AsOf = orders[^1].PaidOn,
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"),
        };

        List<double> seconds = [];
        BacktestReport? last = null;
        var bytes = 0.0;
        for (var round = 0; round < effort.Rounds; round++)
        {
            var allocated = GC.GetTotalAllocatedBytes(precise: true);
            var started = Stopwatch.GetTimestamp();
            last = await new Backtest(ruleSets, TimeProvider.System).RunAsync(journey, orders, options);
            seconds.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            bytes = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / (double)last.Turns;
        }

        report.Add(
            new BenchmarkRow(
                Group,
                $"first round, cold ({last!.Orders:N0} orders, {last.Turns:N0} turns)",
                "s",
                seconds[0]
            )
        );
        var median = Stopwatches.Median(seconds);
        report.Add(new BenchmarkRow(Group, "orders through the lifecycle journey", "orders/s", last.Orders / median));
        report.Add(
            new BenchmarkRow(Group, "turns through the lifecycle journey", "turns/s", last.Turns / median, bytes)
        );
    }

    private static IReadOnlyList<Order> Orders(Effort effort)
    {
        if (Environment.GetEnvironmentVariable("WORKFLOWS_BENCH_ORDERS") is { Length: > 0 } path)
        {
            using var text = File.OpenText(path);
            return OrderFile.Read(text).Orders;
        }

        return SampleOrders.Create(
            new SampleOrdersOptions
            {
                Customers = effort.Of(20_000),
                Months = 18,
                Seed = 1,
            }
        );
    }
}
