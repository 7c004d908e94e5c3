using System.Diagnostics;
using System.Globalization;
using Workflows.Benchmarks.Measuring;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Rules.Compilation;
using Workflows.Rules.Judging;

namespace Workflows.Benchmarks.Groups.Expressions;

/// <summary>
/// Ten million random contacts and the lifecycle rule set, on one thread: contacts a second of a hand-written switch, of
/// the compiled rule set and, on a sample, of the judge. All three must give the same tiers.
/// </summary>
internal static class LifecycleTiers
{
    private const string Group = "contacts";
    private const int Contacts = 10_000_000;
    private const int Block = 10_000;
    private const int Judged = 20_000;
    private const int Seed = 7;

    public static async Task RunAsync(Effort effort, IReport report)
    {
        var root = Environment.GetEnvironmentVariable("WORKFLOWS_HOME") ?? Directory.GetCurrentDirectory();
        var path = Path.Combine(root, "rules", "lifecycle-tiers", "rules.json");
        var ruleSet = Questions.Read(await File.ReadAllTextAsync(path));
        var typed = RuleSetCompiler.Compile(ruleSet, ContactRules.Shape).RuleSet!.For<Contact, DateTimeOffset>();
        typed.Warm();
        var judged = new RulesEngineJudge().Prepare(ruleSet);
        judged.Warm(ContactRules.Shape);
        var random = new Random(Seed);
        var (contacts, byHand, compiled) = (new Contact[Block], new int[Block], new int[Block]);
        var (handTime, compiledTime, judgeTime, bytes) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, 0L);
        var total = effort.Of(Contacts) / Block * Block;
        Warm(contacts, typed, random, byHand, compiled);
        var sample = Math.Min(total, effort.Of(Judged) / Block * Block + Block);
        for (var done = 0; done < total; done += Block)
        {
            Fill(contacts, random);
            var started = Stopwatch.GetTimestamp();
            Tiers(contacts, byHand);
            handTime += Stopwatch.GetElapsedTime(started);

            var allocated = GC.GetAllocatedBytesForCurrentThread();
            started = Stopwatch.GetTimestamp();
            typed.FirstMatch(contacts, Questions.Now, compiled);
            compiledTime += Stopwatch.GetElapsedTime(started);
            bytes += GC.GetAllocatedBytesForCurrentThread() - allocated;

            Expect(byHand, compiled);
            if (done < sample)
            {
                judgeTime += Judge(judged, contacts, byHand);
            }
        }

        var reference = total / handTime.TotalSeconds;
        Report("hand-written switch", total, handTime, 0);
        Report("compiled rule set, in blocks", total, compiledTime, bytes / (double)total);
        Report(string.Create(CultureInfo.InvariantCulture, $"judge, {sample:N0} of them"), sample, judgeTime, null);

        void Report(string name, int count, TimeSpan time, double? allocated) =>
            report.Add(new BenchmarkRow(Group, name, "contacts/s", count / time.TotalSeconds, allocated, reference));
    }

    private static void Warm(
        Contact[] contacts,
        TypedRuleSet<Contact, DateTimeOffset> typed,
        Random random,
        int[] byHand,
        int[] compiled
    )
    {
        Fill(contacts, random);
        for (var pass = 0; pass < 50; pass++)
        {
            Tiers(contacts, byHand);
            typed.FirstMatch(contacts, Questions.Now, compiled);
        }

        Thread.Sleep(300);
    }

    private static TimeSpan Judge(JudgedRuleSet judged, Contact[] contacts, int[] expected)
    {
        var started = Stopwatch.GetTimestamp();
        for (var index = 0; index < contacts.Length; index++)
        {
            var answer = judged
                .Judge([new RuleInput("contact", contacts[index]), new RuleInput("now", Questions.Now)])
                .Answer!;
            var first = 0;
            while (!answer.Results[first].IsSuccess)
            {
                first++;
            }

            Expect(first == expected[index]);
        }

        return Stopwatch.GetElapsedTime(started);
    }

    private static void Tiers(Contact[] contacts, int[] tiers)
    {
        for (var index = 0; index < contacts.Length; index++)
        {
            tiers[index] = Tier(contacts[index], Questions.Now);
        }
    }

    // The rules of rules/lifecycle-tiers, as one would write them by hand.
    private static int Tier(Contact contact, DateTimeOffset now) =>
        contact.PaidOrderCount switch
        {
            0 => contact.JoinedAt >= now.AddDays(-30) ? 0 : 4,
            1 => contact.LastPaidAt >= now.AddDays(-30) ? 1 : 4,
            >= 2 and <= 4 => contact.LastPaidAt >= now.AddDays(-60) ? 2 : 4,
            >= 5 => contact.LastPaidAt >= now.AddDays(-60) ? 3 : 4,
            _ => 4,
        };

    private static void Fill(Contact[] contacts, Random random)
    {
        for (var index = 0; index < contacts.Length; index++)
        {
            var orders = random.Next(0, 9);
            contacts[index] = new Contact(
                new ContactState(Guid.Empty, Questions.Now.AddSeconds(-random.Next(0, 90 * 86_400)))
                {
                    PaidOrderCount = orders,
                    LastPaidAt = orders == 0 ? null : Questions.Now.AddSeconds(-random.Next(0, 90 * 86_400)),
                }
            );
        }
    }

    private static void Expect(int[] byHand, int[] compiled) => Expect(byHand.AsSpan().SequenceEqual(compiled));

    private static void Expect(bool held)
    {
        if (!held)
        {
            throw new InvalidOperationException("Two ways give different tiers; the figure would be worth nothing.");
        }
    }
}
