using System.Globalization;
using Workflows.Benchmarks.Measuring;
using Workflows.Storage;

namespace Workflows.Benchmarks.Groups;

/// <summary>What a million waiting instances cost: bytes on disk each, and memory of the process, which must not grow with them.</summary>
internal static class WaitingInstances
{
    private const string Group = "waiting";
    private const int Instances = 1_000_000;
    private const int Steps = 10;

    // A waiting instance is its state, its bookmark and its timer, indexes included.
    private const string PostgresSize =
        "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relname IN ('instances', 'bookmarks', 'work_items')";

    // SQLite as it is shipped cannot tell tables apart: its figure is the whole file, contact, event, order and journal included.
    private const string SqliteSize = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";

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
        var step = instances / Steps;
        var what = database.Kind == StorageKind.Sqlite ? ", whole database" : "";
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
                        $"{name}: on disk{what}",
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
