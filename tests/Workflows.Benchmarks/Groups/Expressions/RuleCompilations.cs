using System.Diagnostics;
using Workflows.Benchmarks.Measuring;
using Workflows.Rules.Judging;

namespace Workflows.Benchmarks.Groups.Expressions;

/// <summary>What it costs to make rules ready, a rule.</summary>
internal static class RuleCompilations
{
    private const string Group = "expressions: making ready";
    private const int Rules = 100;

    public static void Run(Effort effort, IReport report)
    {
        var ruleSet = Questions.RuleSet(Rules);
        var shopper = Questions.Shoppers[0];
        Report(
            "a rule, compiled",
            () => RuleQuestions.Compile(ruleSet, typeof(Shopper)).For<Shopper>().FirstMatch(shopper)
        );
        Report(
            "a rule, judge (checked, and compiled by the engine)",
            () => RuleQuestions.Judge(new RulesEngineJudge().Prepare(ruleSet), shopper)
        );
        Report(
            "a rule, RulesEngine used by hand",
            () => RuleQuestions.Package(RuleQuestions.Package(ruleSet), shopper)
        );

        void Report(string name, Func<int> make)
        {
            var (times, bytes) = (new List<double>(), new List<double>());
            for (var round = 0; round <= effort.Rounds; round++)
            {
                var allocated = GC.GetAllocatedBytesForCurrentThread();
                var started = Stopwatch.GetTimestamp();
                make();
                if (round > 0)
                {
                    times.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds / Rules);
                    bytes.Add((GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)Rules);
                }
            }

            report.Add(new BenchmarkRow(Group, name, "µs", Stopwatches.Median(times), Stopwatches.Median(bytes)));
        }
    }
}
