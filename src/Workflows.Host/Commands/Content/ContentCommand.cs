using System.CommandLine;

namespace Workflows.Host.Commands.Content;

/// <summary><c>content</c>: the content library.</summary>
internal static class ContentCommand
{
    /// <summary>Who the command line is in the library's history.</summary>
    public static string By => $"command line: {Environment.UserName}";

    public static Command Describe(Terminal terminal)
    {
        var command = new Command("content", "The content library: contents, personas, files.")
        {
            ContentListCommand.Describe(terminal),
            ContentShowCommand.Describe(terminal),
            ContentImportCommand.Describe(terminal),
            ContentExportCommand.Describe(terminal),
            ContentDistributeCommand.Describe(terminal),
            ContentAdoptionCommand.Describe(terminal),
            ContentScriptsCommand.Describe(terminal),
            ContentStockCommand.Describe(terminal),
        };
        foreach (var step in ContentStepCommand.All(terminal))
        {
            command.Add(step);
        }

        return command;
    }
}
