using System.Globalization;
using Workflows.Benchmarks.Measuring;
using Workflows.Storage;

namespace Workflows.Benchmarks.Groups;

/// <summary>What a million waiting instances cost: bytes on disk each, and memory of the process, which must not grow with them.</summary>
internal static class WaitingInstances
{
    private const string Group = "waiting";
    private const int Instances = 1_000_000;
    private const int Step = 100_000;

    // A waiting instance is its state, its bookmark and its timer, indexes included.
    private const string PostgresSize =
        "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relname IN ('instances', 'bookmarks', 'work_items')";
    private const string SqliteSize =
        "SELECT sum(pgsize) FROM dbstat WHERE name IN (SELECT name FROM sqlite_master WHERE tbl_name IN ('instances', 'bookmarks', 'work_items'))";

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
        await using var host = await BenchmarkHost.StartAsync(database, Samples.WaitForOrders());
        var instances = effort.Of(Instances);
        var step = Math.Min(Step, instances);
        for (var waiting = step; waiting <= instances; waiting += step)
        {
            await host.AcceptNewAsync(step);
            await host.DrainAsync();
            if (waiting == step || waiting == instances)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{database.Kind}: {waiting:N0} waiting");
                report.Add(new BenchmarkRow(Group, $"{name}: managed memory", "MB", GC.GetTotalMemory(true) / 1e6));
                report.Add(
                    new BenchmarkRow(
                        Group,
                        $"{name}: on disk",
                        "bytes each",
                        await SizeAsync(database) / waiting,
                        Reference: 1024
                    )
                );
            }
        }
    }

    private static async Task<double> SizeAsync(BenchmarkDatabase database)
    {
        await using var connection = await database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = database.Kind == StorageKind.Sqlite ? SqliteSize : PostgresSize;
        return Convert.ToDouble(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
