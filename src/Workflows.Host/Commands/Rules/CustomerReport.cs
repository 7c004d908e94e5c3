using System.Globalization;
using Spectre.Console;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Host.Commands.Rules;

/// <summary>Shows who falls into which rule.</summary>
internal static class CustomerReport
{
    public static void Show(CustomersAnswer answer, Language language, IAnsiConsole console)
    {
        var isChinese = language == Language.Chinese;
        var table = new Table()
            .Title(
                Markup.Escape($"{answer.Workflow}: {Number(answer.Customers)} {(isChinese ? "位客户" : "customers")}")
            )
            .AddColumns(isChinese ? ["规则", "事件"] : ["Rule", "Event"])
            .AddColumn(new TableColumn(isChinese ? "客户数" : "Customers").RightAligned())
            .AddColumn(new TableColumn("%").RightAligned())
            .AddColumn(isChinese ? "例如" : "For example");
        foreach (var rule in answer.Rules.Append(answer.None))
        {
            var name =
                rule.Rule is { } known ? Markup.Escape(known)
                : isChinese ? "[grey]无规则成立[/]"
                : "[grey]no rule[/]";
            table.AddRow(
                name,
                Markup.Escape(rule.Event ?? ""),
                Number(rule.Customers),
                Share(rule.Customers, answer.Customers),
                Markup.Escape(string.Join('\n', rule.Examples.Select(example => Line(example, isChinese))))
            );
        }

        console.Write(table);
        ShowFailures(answer, isChinese, console);
        if (answer.Attributes.Count > 0)
        {
            var names = string.Join(", ", answer.Attributes);
            console.WriteLine(isChinese ? $"作为客户属性读取的列：{names}" : $"Columns read as attributes: {names}");
        }

        foreach (var example in answer.Rules.Append(answer.None).SelectMany(rule => rule.Examples.Take(1)))
        {
            if (example.Explanation is { } explanation)
            {
                console.WriteLine();
                ExplanationTree.Show(explanation, language, console);
            }
        }
    }

    private static void ShowFailures(CustomersAnswer answer, bool isChinese, IAnsiConsole console)
    {
        if (answer.Failed == 0)
        {
            return;
        }

        console.WriteLine(
            isChinese
                ? $"无法判断的行：{Number(answer.Failed)}"
                : $"Rows that could not be judged: {Number(answer.Failed)}"
        );
        foreach (var failure in answer.Failures)
        {
            console.WriteLine(
                isChinese ? $"  第 {failure.Row} 行：{failure.Reason}" : $"  row {failure.Row}: {failure.Reason}"
            );
        }

        if (answer.Failed > answer.Failures.Count)
        {
            console.WriteLine("  …");
        }
    }

    private static string Line(CustomerExample example, bool isChinese)
    {
        var row = isChinese ? $"第 {example.Row} 行" : $"row {example.Row}";
        var customer = string.IsNullOrEmpty(example.Customer) ? row : $"{row} {example.Customer}";
        return $"{customer}: {example.Why}";
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Share(int part, int whole) =>
        whole == 0 ? "" : (100.0 * part / whole).ToString("0.0", CultureInfo.InvariantCulture);
}
