using System.Diagnostics;
using System.Globalization;
using Workflows.Benchmarks.Measuring;
using Workflows.Expressions;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;

namespace Workflows.Benchmarks.Groups.Expressions;

/// <summary>
/// The first decision of a process: this program starts itself once for each way and each round, and the child tells how
/// long the decision took it.
/// </summary>
internal static class FirstDecisions
{
    /// <summary>The word on the command line that makes this program such a child.</summary>
    public const string Child = "first-decision";

    private const string Group = "expressions: first decision of a process";

    private static readonly (string Way, string About)[] Ways =
    [
        ("package", "RulesEngine used by hand"),
        ("judge", "judge, nothing prepared"),
        ("compiled", "compiled, nothing prepared"),
        ("published", "compiled, after publishing"),
        ("publishing", "publishing: checked, judged once, compiled"),
    ];

    public static void Run(Effort effort, IReport report)
    {
        foreach (var (way, about) in Ways)
        {
            var (calls, processes) = (new List<double>(), new List<double>());
            for (var round = 0; round < effort.Rounds; round++)
            {
                var started = Stopwatch.GetTimestamp();
                calls.Add(Start(way));
                processes.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            report.Add(
                new BenchmarkRow(Group, $"{about}: from the call", "ms", Stopwatches.Median(calls), Reference: 150)
            );
            report.Add(new BenchmarkRow(Group, $"{about}: process, start to end", "ms", Stopwatches.Median(processes)));
        }
    }

    /// <summary>What the child does: one decision, and its milliseconds on standard output.</summary>
    public static async Task DecideAsync(string way)
    {
        var shopper = Questions.Shoppers[0];
        var ruleSet = Questions.RuleSet(1);
        var json = Rules.Json.RuleSetWriter.Write(ruleSet);
        var shape = InputShape.Of(("input1", typeof(Shopper)));
        var inputs = new RuleInput[] { new("input1", shopper) };
        var store = new MemoryRuleSetStore();
        await store.PublishAsync(ruleSet.Name, json, RulePeriod.Always, Questions.Now, CancellationToken.None);
        var catalog = new RuleSetCatalog(store, new RulesEngineJudge(), TimeProvider.System, shape);
        var started = Stopwatch.GetTimestamp();
        switch (way)
        {
            case "package":
                RuleQuestions.Package(new RulesEngine.RulesEngine([json]), shopper);
                break;
            case "judge":
                new RulesEngineJudge().Judge(ruleSet, inputs);
                break;
            case "compiled":
                (await catalog.GetAsync(ruleSet.Name))!.Decide(inputs);
                break;
            case "publishing":
                await catalog.PublishAsync(json);
                break;
            default:
                await catalog.PublishAsync(json);
                started = Stopwatch.GetTimestamp();
                (await catalog.GetAsync(ruleSet.Name))!.Decide(inputs);
                break;
        }

        Console.WriteLine(Stopwatch.GetElapsedTime(started).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
    }

    private static double Start(string way)
    {
        var assembly = typeof(FirstDecisions).Assembly.Location;
        using var child = Process.Start(
            new ProcessStartInfo("dotnet", [assembly, Child, way])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var line = child.StandardOutput.ReadLine();
        child.WaitForExit();
        return double.Parse(line!, CultureInfo.InvariantCulture);
    }
}
