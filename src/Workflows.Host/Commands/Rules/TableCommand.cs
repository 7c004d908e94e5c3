using System.CommandLine;

namespace Workflows.Host.Commands.Rules;

/// <summary><c>rules table</c>: decision tables to rule files and back.</summary>
internal static class TableCommand
{
    public static Command Describe(Terminal terminal) =>
        new("table", "Turns decision tables (CSV, or cells copied from a spreadsheet) into rule files, and back.")
        {
            TableImportCommand.Describe(terminal),
            TableExportCommand.Describe(terminal),
        };
}
