using System.Diagnostics;
using Workflows.Acceptance.Tests.Live;
using Workflows.WeComEmulator.Controls;

namespace Workflows.Acceptance.Tests.WeCom;

/// <summary>The WeCom emulator as a newcomer starts it: a process of its own with the company of the demo.</summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly string _folder;

    private EmulatorProcess(Process process, string folder, string address)
    {
        _process = process;
        _folder = folder;
        Address = address;
        People = new EmulatorClient(new Uri(address));
    }

    public string Address { get; }

    public EmulatorClient People { get; }

    /// <summary>What a server needs to know to talk to it, as variables of the environment.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; private set; } = new Dictionary<string, string>();

    /// <param name="server">The port of the server that receives events.</param>
    public static async Task<EmulatorProcess> StartAsync(int server)
    {
        var folder = Directory.CreateTempSubdirectory("workflows-wecom-").FullName;
        var settings = Path.Combine(folder, "emulator.env");
        var address = $"http://127.0.0.1:{FreePort.Take()}";
        string[] arguments =
        [
            Checkout.Program("Workflows.WeComEmulator"),
            "--urls",
            address,
            "--callback",
            $"http://127.0.0.1:{server}/channels/wecom/callback",
            "--settings",
            settings,
        ];
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false })!;
        var emulator = new EmulatorProcess(process, folder, address);
        await emulator.ReadAsync(settings);
        return emulator;
    }

    public async ValueTask DisposeAsync()
    {
        People.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task ReadAsync(string settings)
    {
        var began = Stopwatch.GetTimestamp();
        while (!File.Exists(settings) || new FileInfo(settings).Length == 0)
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new InvalidOperationException("The emulator did not come up.");
            }

            await Task.Delay(50);
        }

        Settings = (await File.ReadAllLinesAsync(settings))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('=', 2))
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
    }
}
