using System.CommandLine;
using Spectre.Console;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Api;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Analysis;
using Workflows.Rules.Judging;
using Workflows.Rules.Tables;

namespace Workflows.Host.Commands.Rules;

/// <summary><c>rules analyse FILE</c>: overlaps, gaps, rules that never decide.</summary>
internal static class AnalyseCommand
{
    private static readonly Argument<string> File = new("FILE")
    {
        Description = "A RulesEngine file, or a table (CSV).",
    };

    private static readonly Option<HitPolicy?> Policy = new("--policy")
    {
        Description = "How the rules are read: first, unique or collect; as the table says, else first.",
        HelpName = "POLICY",
    };

    private static readonly Option<bool> Strict = new("--strict") { Description = "Exit code 1 if anything is found." };

    public static Command Describe(Terminal terminal)
    {
        var command = new Command(
            "analyse",
            "Looks at all rules together: which overlap, which never decide, and whom nobody decides about."
        )
        {
            File,
            RuleFile.Name,
            Policy,
            RuleSource.Sample,
            RuleSource.Fact,
            Strict,
            CommonOptions.TimeZone,
            CommonOptions.Lang,
            CommonOptions.Json,
        };
        command.SetAction(parsed => Run(parsed, terminal));
        return command;
    }

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var path = parsed.GetRequiredValue(File);
        var source = RuleSource.Read(parsed, path);
        var options = new AnalysisOptions { Facts = source.Facts };
        options = options with
        {
            Policy = parsed.GetValue(Policy) ?? DecisionTable.PolicyOf(source.RuleSet) ?? options.Policy,
        };
        var analysis = new RuleSetAnalyser(new RulesEngineJudge(ContactRules.Types), source.Shape).Analyse(
            source.RuleSet,
            options,
            source.Others
        );
        var language = CommonOptions.ReadLang(parsed);
        DocumentMistakes.ThrowIfAny(path, analysis.Diagnostics, language);
        var report = AnalysisBody.From(analysis, language);
        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.WriteJson(report);
        }
        else
        {
            Show(report, language, terminal.Results);
        }

        return parsed.GetValue(Strict) && report.Findings.Count > 0 ? ExitCodes.Failed : ExitCodes.Success;
    }

    private static void Show(AnalysisBody report, Language language, IAnsiConsole console)
    {
        var isChinese = language == Language.Chinese;
        if (report.Findings.Count > 0)
        {
            var table = new Table().Title(Markup.Escape(report.RuleSet));
            table.AddColumns(isChinese ? ["发现", "对哪些客户", "例子"] : ["Finding", "For whom", "Example"]);
            foreach (var finding in report.Findings)
            {
                table.AddRow(
                    Markup.Escape(finding.Message),
                    Markup.Escape(finding.Where ?? ""),
                    Markup.Escape(finding.Example ?? "")
                );
            }

            console.Write(table);
        }

        foreach (var reason in report.NotAnalysed)
        {
            console.WriteLine(isChinese ? $"未分析：{reason}" : $"not analysed: {reason}");
        }

        console.WriteLine(Summary(report, isChinese));
    }

    private static string Summary(AnalysisBody report, bool isChinese)
    {
        var count = report.Findings.Count;
        var isWhole = report.NotAnalysed.Count == 0;
        if (isChinese)
        {
            return $"{report.RuleSet}：{(count == 0 ? "没有发现问题" : $"{count} 处发现")}{(isWhole ? "" : "；有部分未分析")}";
        }

        var found =
            count == 0 ? "nothing found"
            : count == 1 ? "1 finding"
            : $"{count} findings";
        return $"{report.RuleSet}: {found}{(isWhole ? "" : "; not everything was analysed")}";
    }
}
