using System.CommandLine;
using Workflows.Host.Api;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Judging;
using Workflows.Rules.Tables;
using Workflows.Rules.Validation;

namespace Workflows.Host.Commands.Rules;

/// <summary><c>rules table export FILE</c>: a rule file as a decision table, or why a rule is no row.</summary>
internal static class TableExportCommand
{
    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "The CSV file to write, for spreadsheets; standard output unless given.",
        HelpName = "FILE",
    };

    public static Command Describe(Terminal terminal)
    {
        var command = new Command("export", "Writes a rule file as a decision table; exit code 1 if a rule is no row.")
        {
            RuleFile.Path,
            Output,
            RuleFile.Name,
            RuleSource.Sample,
            CommonOptions.TimeZone,
            CommonOptions.Lang,
            CommonOptions.Json,
        };
        command.SetAction(parsed => Run(parsed, terminal));
        return command;
    }

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var path = parsed.GetRequiredValue(RuleFile.Path);
        var source = RuleSource.Read(parsed, path);
        var language = CommonOptions.ReadLang(parsed);
        var exporter = new TableExporter(
            new RulesEngineJudge(ContactRules.Types),
            source.Shape,
            CommonOptions.ReadTimeZone(parsed)
        );
        var reading = exporter.Export(source.RuleSet, source.Others);
        var csv = reading.Table is { } table ? TableWriter.Write(table) : null;
        var output = parsed.GetValue(Output);
        if (csv is not null && output is not null)
        {
            // Spreadsheets take a file without byte order mark for one in the machine's own code page.
            TextFile.Write(output, '\uFEFF' + csv);
        }

        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.WriteJson(
                new TableBody(
                    output is null ? csv : null,
                    [.. reading.Diagnostics.Select(found => DiagnosticBody.From(found.In(language)))]
                )
            );
        }
        else
        {
            foreach (var diagnostic in reading.Diagnostics)
            {
                terminal.Note($"{path}: {DocumentMistakes.Line(diagnostic, language)}");
            }

            terminal.Output.Write(output is null ? csv : null);
        }

        return reading.Succeeded ? ExitCodes.Success : ExitCodes.Failed;
    }
}
