using Spectre.Console;
using Workflows.Host.Composition;
using Workflows.Marketing.Importing;

namespace Workflows.Host.Commands.Contacts;

/// <summary>One file's import behind a progress bar.</summary>
internal sealed class ImportRun(
    Terminal terminal,
    TimeProvider clock,
    ImportFile file,
    ImportOptions options,
    BadRowReport report
)
{
    private readonly long _began = clock.GetTimestamp();
    private long? _before;

    /// <summary>Reads and checks, writes nothing.</summary>
    public ImportResult Try() =>
        terminal
            .Progress.Progress()
            .Start(bars => Result(Import.Try(file, options, report.Add, Bar(bars)), isTrial: true));

    /// <summary>Imports the file, or goes on with it.</summary>
    public Task<ImportResult> WriteAsync(Import import, CancellationToken cancellationToken) =>
        terminal
            .Progress.Progress()
            .StartAsync(async bars =>
            {
                var done = await import.RunAsync(
                    Tenants.Default,
                    file,
                    options,
                    report.Add,
                    Bar(bars),
                    cancellationToken
                );
                return Result(done, isTrial: false);
            });

    private Action<ImportCheckpoint, long> Bar(ProgressContext bars)
    {
        var bar = bars.AddTask(Markup.Escape(file.Name), maxValue: Math.Max(1, file.Length));
        return (checkpoint, position) =>
        {
            if (_before is null)
            {
                // What an earlier run wrote is not this run's speed, and its bad rows are told already.
                _before = checkpoint.Rows + checkpoint.BadRows;
                report.GoOnAfter(checkpoint.Line);
            }

            bar.Value = position;
        };
    }

    private ImportResult Result(ImportCheckpoint done, bool isTrial) =>
        new(
            done,
            isTrial,
            _before is { } before ? Math.Max(0, done.Rows + done.BadRows - before) : 0,
            clock.GetElapsedTime(_began),
            System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64,
            report.Path
        );
}
