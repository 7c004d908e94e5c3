using System.CommandLine;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Json;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;
using Workflows.Rules.Tables;

namespace Workflows.Host.Commands.Rules;

/// <summary>A decision table in a CSV file.</summary>
internal static class TableSource
{
    private const string StandardInput = "-";

    /// <summary>The rule set of a table.</summary>
    /// <exception cref="BadInputException">The table has errors.</exception>
    public static RuleSet Compile(ParseResult parsed, string path)
    {
        var compilation = Compile(Text(path), NameOf(path), HitPolicy.First, CommonOptions.ReadTimeZone(parsed));
        var errors = compilation.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).ToArray();
        return errors.Length == 0
            ? compilation.RuleSet!
            : throw new BadInputException(
                $"{path}: {DocumentMistakes.Line(errors[0], CommonOptions.ReadLang(parsed))}"
                    + (
                        errors.Length == 1
                            ? ""
                            : $" ({errors.Length} errors; './run rules table import {path}' lists them all)"
                    )
            );
    }

    public static TableCompilation Compile(string text, string name, HitPolicy policy, TimeZoneInfo zone)
    {
        var reading = TableReader.Read(text, name, policy);
        return reading.Succeeded
            ? new TableCompiler(new RulesEngineJudge(ContactRules.Types), ContactRules.Shape, zone).Compile(
                reading.Table,
                ContactRules.Facts
            )
            : new TableCompilation(null, reading.Diagnostics);
    }

    /// <summary>The text of a table; <c>-</c> is what is typed or piped in.</summary>
    /// <exception cref="BadInputException">It cannot be read, or is no UTF-8.</exception>
    public static string Text(string path)
    {
        var text = string.Equals(path, StandardInput, StringComparison.Ordinal)
            ? Console.In.ReadToEnd()
            : JsonText.ReadFile(path);
        return text.Contains('\uFFFD', StringComparison.Ordinal)
            ? throw new BadInputException($"{path}: The file is not UTF-8; save it as \"CSV UTF-8\".")
            : text;
    }

    /// <summary>The name of a table that gives itself none: its file's, or its folder's where the file is called table.</summary>
    public static string NameOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return name switch
        {
            StandardInput => "table",
            "table" => Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))) ?? name,
            _ => name,
        };
    }
}
