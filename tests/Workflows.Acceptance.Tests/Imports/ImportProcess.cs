using System.Diagnostics;
using Workflows.Acceptance.Tests.Live;

namespace Workflows.Acceptance.Tests.Imports;

/// <summary><c>contacts import</c> as a person runs it: the built command in a process of its own.</summary>
internal sealed class ImportProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private ImportProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    public bool HasExited => _process.HasExited;

    public static ImportProcess Start(string file, IEnumerable<string> options)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Workflows.Host.dll"),
            "contacts",
            "import",
            file,
            "--json",
            "--batch",
            "500",
            .. options,
        ];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Checkout.Root,
        };
        return new ImportProcess(Process.Start(start)!);
    }

    /// <summary>SIGKILL: nothing is flushed, released or said.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code, and what it said on both sides.</returns>
    public async Task<(int Code, string Said)> EndAsync()
    {
        await _process.WaitForExitAsync();
        return (_process.ExitCode, await _output + await _error);
    }

    public void Dispose() => _process.Dispose();
}
