using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Workflows.Acceptance.Tests.Live;

namespace Workflows.Acceptance.Tests.Studio;

/// <summary>The product as a newcomer starts it: the demo workspace on an embedded database, with a link for the first administrator.</summary>
internal sealed partial class StudioServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _data = Directory.CreateTempSubdirectory("workflows-studio-").FullName;
    private readonly StringBuilder _output = new();
    private readonly Process _process;

    private StudioServer(Process process) => _process = process;

    public string Address { get; private set; } = "";

    /// <summary>The link that makes the first administrator.</summary>
    public string SetupLink { get; private set; } = "";

    public static Task<StudioServer> StartAsync() =>
        StartAsync(FreePort.Take(), new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>Starts it at a port, with settings from the environment.</summary>
    public static async Task<StudioServer> StartAsync(int port, IReadOnlyDictionary<string, string> settings)
    {
        var process = new Process { StartInfo = new ProcessStartInfo("dotnet") { UseShellExecute = false } };
        var server = new StudioServer(process) { Address = $"http://127.0.0.1:{port}" };
        process.StartInfo.RedirectStandardOutput = true;
        process.StartInfo.RedirectStandardError = true;
        process.StartInfo.Environment["WORKFLOWS_HOME"] = Checkout.Root;
        foreach (var (name, value) in settings)
        {
            process.StartInfo.Environment[name] = value;
        }

        foreach (
            var argument in new[]
            {
                Path.Combine(AppContext.BaseDirectory, "Workflows.Host.dll"),
                "serve",
                "--demo",
                "--data",
                server._data,
                "--urls",
                server.Address,
            }
        )
        {
            process.StartInfo.ArgumentList.Add(argument);
        }

        process.OutputDataReceived += (_, line) => server.Remember(line.Data);
        process.ErrorDataReceived += (_, line) => server.Remember(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await server.WaitAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private async Task WaitAsync()
    {
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < Patience && !_process.HasExited)
        {
            if (Link().Match(Said()) is { Success: true } link)
            {
                SetupLink = link.Value;
                return;
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"The server did not come up:{Environment.NewLine}{Said()}");
    }

    private string Said()
    {
        lock (_output)
        {
            return _output.ToString();
        }
    }

    private void Remember(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }

    [GeneratedRegex(@"http\S+/studio/setup\?token=\S+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
