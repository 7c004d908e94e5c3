using Workflows.Benchmarks.Groups.Expressions;
using Workflows.Benchmarks.Groups.Studio;
using Workflows.Benchmarks.Measuring;

namespace Workflows.Benchmarks.Groups;

/// <summary>Figures that belong together.</summary>
/// <param name="Name">The word on the command line.</param>
/// <param name="About">One line of help.</param>
/// <param name="RunAsync">Measures and reports.</param>
internal sealed record BenchmarkGroup(string Name, string About, Func<Effort, IReport, Task> RunAsync)
{
    /// <summary>Every group, in the order in which they run.</summary>
    public static IReadOnlyList<BenchmarkGroup> All { get; } =
    [
        new(
            "workflows",
            "runs in memory: a sequence, a flowchart, block → save → load → resume",
            WorkflowRuns.RunAsync
        ),
        new("storage", "durable turns on SQLite and PostgreSQL beside the raw insert rate", DurableTurns.RunAsync),
        new(
            "limits",
            "messages judged against all limits, by batch size, on SQLite and PostgreSQL",
            LimitedSends.RunAsync
        ),
        new(
            "welcome",
            "from a scan to the welcome at an emulated WeCom, in bursts, alone and beside a bulk send, on PostgreSQL",
            WelcomeBursts.RunAsync
        ),
        new("waiting", "bytes and memory of 1,000,000 waiting instances (minutes)", WaitingInstances.RunAsync),
        new(
            "expressions",
            "rules, formulas, scripts and templates beside the same predicate in C#",
            (effort, report) =>
            {
                RuleQuestions.Run(effort, report);
                RuleExtras.Run(effort, report);
                RuleCompilations.Run(effort, report);
                Formulas.Run(effort, report);
                Scripts.Run(effort, report);
                FirstDecisions.Run(effort, report);
                return Task.CompletedTask;
            }
        ),
        new("contacts", "10,000,000 contacts through the lifecycle rule set, one thread", LifecycleTiers.RunAsync),
        new(
            "segments",
            "tiers and other rules asked of 1,000,000 contacts, by one query and in memory",
            SegmentSets.RunAsync
        ),
        new(
            "studio",
            "what the designer asks over 100,000 instances and 1,000 definitions on PostgreSQL, and how soon its editor opens",
            StudioLists.RunAsync
        ),
        new(
            "imports",
            "1,000,000 contacts and 10,000,000 events through `contacts import`, twice, on SQLite and PostgreSQL (20 minutes)",
            Imports.RunAsync
        ),
        new("customer", "the page of a customer with 1,000 events, on SQLite and PostgreSQL", CustomerPages.RunAsync),
        new("places", "the nearest of 5,000 stores beside measuring every distance", StoreLookups.RunAsync),
        new(
            "plays",
            "100,000 contacts enter the template of stores and groups in virtual time, on the durable runner in memory",
            PlayEntries.RunAsync
        ),
        new("backtest", "orders replayed through the lifecycle journey", Backtests.RunAsync),
    ];
}
