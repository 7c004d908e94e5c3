using System.CommandLine;
using Spectre.Console;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Api;
using Workflows.Rules.Json;
using Workflows.Rules.Tables;

namespace Workflows.Host.Commands.Rules;

/// <summary><c>rules table import CSV</c>: a rule file of a decision table, or everything that is wrong with it.</summary>
internal static class TableImportCommand
{
    private static readonly Argument<string> Csv = new("CSV")
    {
        Description = "The table; '-' reads what is piped in, e.g. cells copied from a spreadsheet.",
    };

    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "The rule file to write; standard output unless given.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Name = new("--name")
    {
        Description = "The rule set's name, where the table gives none; the file's or folder's unless given.",
        HelpName = "NAME",
    };

    private static readonly Option<HitPolicy> Policy = new("--policy")
    {
        Description = "Which matching rows count, where the table does not say: first, unique or collect.",
        HelpName = "POLICY",
        DefaultValueFactory = _ => HitPolicy.First,
    };

    public static Command Describe(Terminal terminal)
    {
        var command = new Command("import", "Compiles a decision table to a rule file; exit code 1 if it has errors.")
        {
            Csv,
            Output,
            Name,
            Policy,
            CommonOptions.TimeZone,
            CommonOptions.Lang,
            CommonOptions.Json,
        };
        command.SetAction(parsed => Run(parsed, terminal));
        return command;
    }

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var path = parsed.GetRequiredValue(Csv);
        var compilation = TableSource.Compile(
            TableSource.Text(path),
            parsed.GetValue(Name) ?? TableSource.NameOf(path),
            parsed.GetValue(Policy),
            CommonOptions.ReadTimeZone(parsed)
        );
        var json = compilation.RuleSet is { } ruleSet ? RuleSetWriter.Write(ruleSet) : null;
        var output = parsed.GetValue(Output);
        if (json is not null && output is not null)
        {
            TextFile.Write(output, json);
        }

        if (parsed.GetValue(CommonOptions.Json))
        {
            var answer = TableCompiled.From(compilation, CommonOptions.ReadLang(parsed));
            terminal.WriteJson(output is null ? answer : answer with { Document = null });
        }
        else
        {
            Show(compilation, json, output, path, CommonOptions.ReadLang(parsed), terminal);
        }

        return compilation.Succeeded ? ExitCodes.Success : ExitCodes.Failed;
    }

    private static void Show(
        TableCompilation compilation,
        string? json,
        string? output,
        string path,
        Language language,
        Terminal terminal
    )
    {
        foreach (var diagnostic in compilation.Diagnostics)
        {
            terminal.Note($"{path}: {DocumentMistakes.Line(diagnostic, language)}");
        }

        if (json is null)
        {
            var errors = compilation.Diagnostics.Count(found => found.Severity == DiagnosticSeverity.Error);
            terminal.Note(language == Language.Chinese ? $"{errors} 处错误" : $"{errors} errors");
        }
        else if (output is null)
        {
            terminal.Output.Write(json);
        }
        else
        {
            var count = compilation.RuleSet!.Rules.Count;
            terminal.Results.WriteLine(
                language == Language.Chinese
                    ? $"{output}：规则集 {compilation.RuleSet.Name}，{count} 条规则"
                    : $"{output}: rule set {compilation.RuleSet.Name}, {count} rules"
            );
        }
    }
}
