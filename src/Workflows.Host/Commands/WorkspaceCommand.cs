using System.CommandLine;
using Workflows.Host.Composition;

namespace Workflows.Host.Commands;

/// <summary>A command on a workspace whose database is open.</summary>
internal static class WorkspaceCommand
{
    /// <summary>Gives a command the options that name a workspace, and what it does once the database is open.</summary>
    public static Command Of(
        Command command,
        Terminal terminal,
        Func<ParseResult, IServiceProvider, Terminal, CancellationToken, Task> run
    )
    {
        WorkspaceOptions.AddTo(command);
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var application = WorkspaceOptions.Open(parsed);
                await HostStart.OpenDatabaseAsync(application.Services, cancellationToken);
                await run(parsed, application.Services, terminal, cancellationToken);
                return ExitCodes.Success;
            }
        );
        return command;
    }
}
