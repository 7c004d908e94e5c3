using System.CommandLine;
using Spectre.Console;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Api;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Analysis;
using Workflows.Rules.Comparison;
using Workflows.Rules.Judging;

namespace Workflows.Host.Commands.Rules;

/// <summary><c>rules diff OLD NEW</c>: what changed, and for whom another rule decides now.</summary>
internal static class DiffCommand
{
    private static readonly Argument<string> Old = new("OLD") { Description = "The version that was (JSON or CSV)." };
    private static readonly Argument<string> New = new("NEW") { Description = "The version that is (JSON or CSV)." };

    private static readonly Option<bool> Strict = new("--strict")
    {
        Description = "Exit code 1 if anything but wording changed.",
    };

    public static Command Describe(Terminal terminal)
    {
        var command = new Command(
            "diff",
            "Says what changed between two versions of a rule set, and who would fall elsewhere."
        )
        {
            Old,
            New,
            CustomerQuestion.Customers,
            CustomerQuestion.AsOf,
            RuleFile.Name,
            RuleSource.Sample,
            RuleSource.Fact,
            Strict,
            CommonOptions.TimeZone,
            CommonOptions.Lang,
            CommonOptions.Json,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var old = RuleSource.Read(parsed, parsed.GetRequiredValue(Old));
        var now = RuleSource.Read(parsed, parsed.GetRequiredValue(New));
        var language = CommonOptions.ReadLang(parsed);
        var comparison = new RuleSetComparer(new RulesEngineJudge(ContactRules.Types), now.Shape).Compare(
            old.RuleSet,
            now.RuleSet,
            new AnalysisOptions { Facts = now.Facts }
        );
        var customers = parsed.GetValue(CustomerQuestion.Customers) is null
            ? null
            : await CustomerMovements.CountAsync(parsed, old, now, comparison.Renamed, cancellationToken);
        var answer = new DiffAnswer(ComparisonBody.From(comparison, language), customers);
        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.WriteJson(answer);
        }
        else
        {
            Show(answer, language == Language.Chinese, terminal.Results);
        }

        return parsed.GetValue(Strict) && !comparison.IsSame ? ExitCodes.Failed : ExitCodes.Success;
    }

    private static void Show(DiffAnswer answer, bool isChinese, IAnsiConsole console)
    {
        var report = answer.Comparison;
        foreach (var change in report.Changes)
        {
            console.WriteLine(change.Message);
            if (change.Kind is ChangeKind.Condition or ChangeKind.Output or ChangeKind.Event or ChangeKind.Other)
            {
                console.WriteLine($"  - {change.Before}\n  + {change.After}");
            }
        }

        if (report.Changes.Count == 0)
        {
            console.WriteLine(isChinese ? "没有变化。" : "Nothing changed.");
        }

        ShowMovements(report, isChinese, console);
        if (answer.Customers is { } customers)
        {
            ShowCustomers(customers, isChinese, console);
        }

        foreach (var reason in report.NotAnalysed)
        {
            console.WriteLine(isChinese ? $"未分析去向：{reason}" : $"who falls elsewhere is not analysed: {reason}");
        }
    }

    private static void ShowMovements(ComparisonBody report, bool isChinese, IAnsiConsole console)
    {
        if (report.Movements.Count == 0)
        {
            return;
        }

        var table = new Table().Title(isChinese ? "谁会落到别处" : "Who falls elsewhere");
        table.AddColumns(isChinese ? ["原规则", "新规则", "哪些客户", "例子"] : ["From", "To", "For whom", "Example"]);
        foreach (var movement in report.Movements)
        {
            table.AddRow(
                Markup.Escape(movement.From ?? "–"),
                Markup.Escape(movement.To ?? "–"),
                Markup.Escape(movement.Where),
                Markup.Escape(movement.Example)
            );
        }

        console.Write(table);
    }

    private static void ShowCustomers(CustomerMovements customers, bool isChinese, IAnsiConsole console)
    {
        if (customers.Movements.Count > 0)
        {
            var table = new Table();
            table.AddColumns(isChinese ? ["原规则", "新规则", "客户数", "行号"] : ["From", "To", "Customers", "Rows"]);
            foreach (var movement in customers.Movements)
            {
                table.AddRow(
                    Markup.Escape(movement.From ?? "–"),
                    Markup.Escape(movement.To ?? "–"),
                    $"{movement.Customers}",
                    string.Join(", ", movement.Rows)
                );
            }

            console.Write(table);
        }

        console.WriteLine(
            isChinese
                ? $"{customers.Customers} 位客户中 {customers.Moved} 位落到别处，{customers.Failed} 行无法判断"
                : $"{customers.Moved} of {customers.Customers} customers fall elsewhere, {customers.Failed} rows could not be judged"
        );
    }
}
