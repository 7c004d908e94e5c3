using System.CommandLine;
using Workflows.Host.Commands;

namespace Workflows.Host.WeCom.Commands;

/// <summary><c>wecom</c>: what can be asked of the connection to WeCom.</summary>
internal static class WeComCommand
{
    public static Command Describe(Terminal terminal) =>
        new("wecom", "Works with the company's WeCom.")
        {
            WeComSyncCommand.Describe(terminal),
            WaysCommands.Describe(terminal),
            TagsCommands.Describe(terminal),
            GroupWelcomesCommands.Describe(terminal),
            StatisticsCommand.Describe(terminal),
        };
}
