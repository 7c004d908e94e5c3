using System.CommandLine;
using Spectre.Console;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Composition;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Cases;
using Workflows.Rules.Judging;

namespace Workflows.Host.Commands.Rules;

/// <summary><c>rules test FOLDER</c>: runs the cases that rule files carry beside them.</summary>
internal static class TestCommand
{
    private static readonly Argument<string> Folder = new("FOLDER")
    {
        Description = "A folder with rules.json and cases.json, or with such folders inside.",
    };

    private static readonly Option<bool> Strict = new("--strict")
    {
        Description = "Exit code 1, too, if the cases leave a rule or a side of a comparison untried.",
    };

    public static Command Describe(Terminal terminal)
    {
        var command = new Command("test", "Runs the cases of rule files; exit code 1 if one fails.")
        {
            Folder,
            Strict,
            CommonOptions.Lang,
            CommonOptions.Json,
        };
        command.SetAction(parsed => Run(parsed, terminal));
        return command;
    }

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var folder = Find(parsed.GetRequiredValue(Folder));
        var reports = new RuleCaseRunner(new RulesEngineJudge(ContactRules.Types), ContactRules.Shape)
        {
            Uses = RuleSetUses.All,
        }.RunFolder(folder);
        if (reports.Count == 0)
        {
            throw new BadInputException(
                $"{folder}: there is no folder with {RuleCaseRunner.RulesFile} and {RuleCaseRunner.CasesFile}."
            );
        }

        var language = CommonOptions.ReadLang(parsed);
        var outcome = CasesOutcome.From(reports, language);
        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.WriteJson(outcome);
        }
        else
        {
            Show(outcome, terminal.Results);
            ShowUntried(outcome, language, terminal.Results);
        }

        var isGood = outcome.Failed == 0 && (outcome.IsCovered || !parsed.GetValue(Strict));
        return isGood ? ExitCodes.Success : ExitCodes.Failed;
    }

    private static string Find(string folder)
    {
        string[] candidates = [folder, Path.Combine(Library.Of(null).Rules, folder)];
        return Array.Find(candidates, Directory.Exists) ?? throw new BadInputException($"{folder}: no such folder.");
    }

    private static void Show(CasesOutcome outcome, IAnsiConsole console)
    {
        var table = new Table().AddColumns("Rule set", "Case", "Result", "Expected", "Got");
        foreach (var ruleSet in outcome.RuleSets)
        {
            foreach (var diagnostic in ruleSet.Diagnostics)
            {
                table.AddRow(Markup.Escape(ruleSet.Name), "", "[red]error[/]", "", Markup.Escape(diagnostic));
            }

            foreach (var item in ruleSet.Cases)
            {
                table.AddRow(
                    Markup.Escape(ruleSet.Name),
                    Markup.Escape(item.Name),
                    item.Passed ? "[green]passed[/]" : "[red]failed[/]",
                    item.Passed ? "" : Markup.Escape(item.Expected),
                    item.Passed ? "" : Markup.Escape(item.Got)
                );
            }
        }

        console.Write(table);
        console.WriteLine($"{outcome.Passed} passed, {outcome.Failed} failed");
    }

    private static void ShowUntried(CasesOutcome outcome, Language language, IAnsiConsole console)
    {
        foreach (var ruleSet in outcome.RuleSets)
        {
            foreach (var sentence in ruleSet.Coverage?.Untried ?? [])
            {
                console.WriteLine($"{ruleSet.Name}: {sentence}");
            }
        }

        if (outcome.IsCovered && outcome.Failed == 0)
        {
            console.WriteLine(
                language == Language.Chinese
                    ? "每条规则都有用例命中，每个比较的两侧都有用例。"
                    : "Every rule is reached, and every comparison is tried on both sides."
            );
        }
    }
}
