using System.CommandLine;

namespace Workflows.Host.Commands.Templates;

/// <summary><c>templates</c>: lists, shows, tries, copies, packs and installs templates.</summary>
internal static class TemplatesCommand
{
    public static Command Describe(Terminal terminal) =>
        new("templates", "Lists, shows, tries, copies, packs and installs templates of journeys.")
        {
            ListCommand.Describe(terminal),
            ShowCommand.Describe(terminal),
            TryCommand.Describe(terminal),
            NewCommand.Describe(terminal),
            PackCommand.Describe(terminal),
            InstallCommand.Describe(terminal),
        };
}
