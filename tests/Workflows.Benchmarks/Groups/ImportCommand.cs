using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Workflows.Benchmarks.Groups;

/// <summary><c>contacts import</c> as a person runs it: in a process of its own, which tells its figures.</summary>
internal sealed class ImportCommand(BenchmarkDatabase database)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public async Task<Figures> RunAsync(string file)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Workflows.Host.dll"),
            "contacts",
            "import",
            file,
            "--json",
            "--provider",
            database.Kind.ToString(),
            "--connection",
            database.ConnectionString,
        ];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<Figures>(said, Options)!
            : throw new InvalidOperationException($"{file} was not imported: {said}");
    }

    /// <summary>How many contacts and events there are.</summary>
    public async Task<long> CountAsync()
    {
        await using var connection = await database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT COUNT(*) FROM contacts) + (SELECT COUNT(*) FROM contact_events)";
        command.CommandTimeout = 600;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    /// <summary>What the command tells.</summary>
    internal sealed record Figures(long Rows, long Added, double RowsPerSecond, double Seconds, double PeakMiB);
}
