using System.Globalization;
using Workflows.Benchmarks.Measuring;

namespace Workflows.Benchmarks.Groups;

/// <summary>
/// A shop's history as <c>contacts import</c> takes it: 1,000,000 contacts and 10,000,000 events in two files, in a process of its own
/// on either database, then the same files once more.
/// </summary>
internal static class Imports
{
    private const string Group = "imports";
    private const int Contacts = 1_000_000;
    private const int EventsOfContact = 10;

    // MiB: what the process may need, however long the files are.
    private const double Memory = 1_024;

    public static async Task RunAsync(Effort effort, IReport report)
    {
        var folder = Directory.CreateTempSubdirectory("workflows-import-");
        try
        {
            var files = new HistoryFiles(folder.FullName, effort.Of(Contacts), EventsOfContact);
            await files.WriteAsync();
            foreach (var create in BenchmarkDatabase.All())
            {
                await using var database = await create();
                await ImportAsync(report, files, database);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task ImportAsync(IReport report, HistoryFiles files, BenchmarkDatabase database)
    {
        var command = new ImportCommand(database);
        foreach (var (file, rows) in new[] { (files.Customers, files.CustomerRows), (files.Events, files.EventRows) })
        {
            var done = await command.RunAsync(file);
            report.Add(
                new BenchmarkRow(Group, $"{database.Kind}: {Path.GetFileName(file)}", "rows/s", done.RowsPerSecond)
                {
                    Remark = string.Create(
                        CultureInfo.InvariantCulture,
                        $"{done.Added:N0} rows in {done.Seconds:N0} s"
                    ),
                    IsMiss = done.Added != rows,
                }
            );
            report.Add(
                new BenchmarkRow(Group, $"{database.Kind}: memory", "MiB", done.PeakMiB, Reference: Memory)
                {
                    IsMiss = done.PeakMiB > Memory,
                }
            );
        }

        var before = await command.CountAsync();
        await command.RunAsync(files.Customers);
        await command.RunAsync(files.Events);
        var after = await command.CountAsync();
        report.Add(
            new BenchmarkRow(
                Group,
                $"{database.Kind}: rows changed by the same files once more",
                "rows",
                after - before
            )
            {
                IsMiss = after != before,
            }
        );
    }
}
