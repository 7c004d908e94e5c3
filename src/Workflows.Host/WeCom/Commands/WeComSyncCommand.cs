using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Workflows.Host.Commands;
using Workflows.Host.Composition;
using Workflows.Marketing.Channels.WeCom.Synchronization;

namespace Workflows.Host.WeCom.Commands;

/// <summary><c>wecom sync</c>: compares customers, tags and groups with WeCom, now.</summary>
internal static class WeComSyncCommand
{
    public static Command Describe(Terminal terminal)
    {
        var command = new Command(
            "sync",
            "Compares customers, tags and groups with WeCom, takes differences, daily figures and reactions to Moments over; an interrupted comparison goes on."
        )
        {
            CommonOptions.Json,
        };
        WorkspaceOptions.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var application = WorkspaceOptions.Open(parsed);
        await HostStart.OpenDatabaseAsync(application.Services, cancellationToken);
        var sync = application.Services.GetService<WeComSync>() ?? throw new BadInputException(WeComAnswers.NotSetUp);
        var run = await CompareAsync(sync, terminal, cancellationToken);
        if (run is null)
        {
            terminal.Complain("Another host compares with WeCom at this moment.");
            return ExitCodes.Failed;
        }

        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.WriteJson(new { run.StartedAt, run.Counts });
        }
        else
        {
            terminal.Output.WriteLine(Summary(run.Counts));
        }

        return ExitCodes.Success;
    }

    private static Task<SyncRun?> CompareAsync(
        WeComSync sync,
        Terminal terminal,
        CancellationToken cancellationToken
    ) =>
        terminal
            .Progress.Progress()
            .AutoClear(true)
            .StartAsync(async bars =>
            {
                var bar = bars.AddTask("Comparing with WeCom");
                try
                {
                    return await sync.RunAsync(new Watcher(bar), cancellationToken);
                }
                catch (Exception failed)
                    when (failed is not (OperationCanceledException or OutOfMemoryException or BadInputException))
                {
                    throw new BadInputException(
                        $"{failed.Message} Run the command again: it goes on from here.",
                        failed
                    );
                }
            });

    private static string Summary(SyncCounts counts) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{counts.Friends:N0} friends ({counts.Added:N0} new, {counts.Lost:N0} lost, {counts.Changed:N0} changed), {counts.Groups:N0} groups ({counts.Joined:N0} joined, {counts.Left:N0} left), {counts.Unassigned:N0} unassigned, figures of {counts.Days:N0} days, {counts.Reactions:N0} reactions to Moments"
        );

    private sealed class Watcher(ProgressTask bar) : IProgress<SyncRun>
    {
        public void Report(SyncRun value)
        {
            bar.MaxValue = Math.Max(1, value.StaffCount);
            bar.Value = value.StaffDone;
            bar.Description = $"{value.Phase}: {Summary(value.Counts)}";
        }
    }
}
