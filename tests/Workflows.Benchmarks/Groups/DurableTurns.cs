using System.Diagnostics;
using Workflows.Benchmarks.Measuring;

namespace Workflows.Benchmarks.Groups;

/// <summary>
/// What a durable turn costs on each database: an event is taken from the queue, the waiting instance is loaded, resumed and waits again
/// (state, bookmark, timer), and the contact, the order and the journal are written, hundreds of turns a commit.
/// </summary>
internal static class DurableTurns
{
    private const string Group = "storage";
    private const int Contacts = 20_000;
    private const int RawRows = 200_000;

    public static async Task RunAsync(Effort effort, IReport report)
    {
        foreach (var create in BenchmarkDatabase.All())
        {
            await using var database = await create();
            await MeasureAsync(effort, report, database);
        }
    }

    private static async Task MeasureAsync(Effort effort, IReport report, BenchmarkDatabase database)
    {
        var contacts = effort.Of(Contacts);
        var raw = await RawInserts.RowsPerSecondAsync(database, effort.Of(RawRows));
        report.Add(
            new BenchmarkRow(Group, $"{database.Kind}: raw inserts of 200 bytes, 500 a transaction", "rows/s", raw)
        );

        await using var host = await BenchmarkHost.StartAsync(database, Samples.WaitForOrders());
        await TimeAsync(
            report,
            $"{database.Kind}: events accepted",
            "events/s",
            contacts,
            raw,
            () => host.AcceptAsync(contacts)
        );
        await TimeAsync(report, $"{database.Kind}: instances started", "turns/s", contacts, raw, host.DrainAsync);
        for (var round = 1; round <= 2; round++)
        {
            await host.AcceptAsync(contacts);
            var name = $"{database.Kind}: durable turns (event → resume → wait), round {round}; reference: raw inserts";
            await TimeAsync(report, name, "turns/s", contacts, raw, host.DrainAsync);
        }
    }

    private static async Task TimeAsync(
        IReport report,
        string name,
        string unit,
        int operations,
        double reference,
        Func<Task> work
    )
    {
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var started = Stopwatch.GetTimestamp();
        await work();
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var bytes = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / (double)operations;
        report.Add(new BenchmarkRow(Group, name, unit, operations / seconds, bytes, reference));
    }
}
