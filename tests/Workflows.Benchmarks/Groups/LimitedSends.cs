using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Benchmarks.Measuring;
using Workflows.Host.Composition;
using Workflows.Marketing.Limits;
using Workflows.Marketing.Limits.Ledger;
using Workflows.Storage;

namespace Workflows.Benchmarks.Groups;

/// <summary>What judging costs: batches of messages against all limits the product brings, by four judges on one database.</summary>
internal static class LimitedSends
{
    private const string Group = "limits";
    private const int Sends = 20_000;
    private const int Judges = 4;

    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.FromHours(8));

    public static async Task RunAsync(Effort effort, IReport report)
    {
        foreach (var create in BenchmarkDatabase.All())
        {
            await using var database = await create();
            await using var application = HostApplication.Create(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["Workflows:Provider"] = database.Kind.ToString(),
                    ["Workflows:ConnectionString"] = database.ConnectionString,
                    ["Logging:LogLevel:Default"] = "Error",
                }
            );
            await application.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
            var judge = application.Services.GetRequiredService<LimitJudge>();
            foreach (var batch in (int[])[1, 64, 500])
            {
                var count = effort.Of(batch == 1 ? Sends / 10 : Sends);
                await MeasureAsync(
                    report,
                    $"{database.Kind}: marketing to contacts, {batch} a batch",
                    judge,
                    batch,
                    count,
                    Contact
                );
                await MeasureAsync(
                    report,
                    $"{database.Kind}: SOP to 100 groups, {batch} a batch",
                    judge,
                    batch,
                    count,
                    Sop
                );
            }
        }
    }

    private static async Task MeasureAsync(
        IReport report,
        string name,
        LimitJudge judge,
        int batch,
        int count,
        Func<string, int, LimitedSend> send
    )
    {
        var batches = Enumerable
            .Range(0, count)
            .Select(number => send($"{name}-{number}", number))
            .Chunk(batch)
            .ToArray();
        await judge.JudgeAsync([send($"{name}-first", 0)], Noon, CancellationToken.None);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            batches,
            new ParallelOptions { MaxDegreeOfParallelism = Judges },
            async (sends, cancelled) => await judge.JudgeAsync(sends, Noon, cancelled)
        );
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var bytes = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / (double)count;
        report.Add(new BenchmarkRow(Group, name, "judged sends/s", count / seconds, bytes));
    }

    private static LimitedSend Contact(string key, int number) =>
        new()
        {
            Id = new MessageKey(1, key),
            Carrier = "Private",
            Channel = "wecom",
            Purpose = "marketing",
            Kind = "knowledge",
            Journey = "care",
            Contact = $"contact-{key}-{number}",
            Sender = $"staff-{number % 50}",
        };

    private static LimitedSend Sop(string key, int number) =>
        new()
        {
            Id = new MessageKey(1, key),
            Carrier = "Group",
            Channel = "wecom",
            Purpose = "marketing",
            Kind = "sop",
            Journey = "care",
            Group = $"group-{number % 100}",
        };
}
