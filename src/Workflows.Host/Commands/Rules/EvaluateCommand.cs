using System.CommandLine;
using Spectre.Console;
using Workflows.Rules.Catalog;

namespace Workflows.Host.Commands.Rules;

/// <summary><c>rules evaluate FILE</c>: asks a rule file one question, or about every customer of a file.</summary>
internal static class EvaluateCommand
{
    public static Command Describe(Terminal terminal)
    {
        var command = new Command(
            "evaluate",
            "Asks a rule file: which rules hold for an input, or who of a customer file falls into which rule."
        );
        Complete(command, terminal);
        return command;
    }

    /// <summary>Gives a command this verb's arguments, options and action; <c>rules FILE</c> is short for it.</summary>
    public static void Complete(Command command, Terminal terminal)
    {
        command.Add(RuleFile.Path);
        command.Add(RuleQuestion.Input);
        command.Add(CustomerQuestion.Customers);
        command.Add(CustomerQuestion.AsOf);
        command.Add(CommonOptions.TimeZone);
        command.Add(CustomerEvaluation.Output);
        command.Add(ExplainCommand.InFull);
        command.Add(ValueOption.Value);
        command.Add(RuleFile.Name);
        command.Add(CommonOptions.Lang);
        command.Add(CommonOptions.Json);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, terminal, cancellationToken));
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        RuleQuestion.RequireOne(parsed);
        var file = await RuleFile.OpenAsync(parsed, cancellationToken);
        if (parsed.GetValue(RuleQuestion.Input) is not { } input)
        {
            return await CustomerEvaluation.RunAsync(parsed, file, terminal, cancellationToken);
        }

        var inputs = RuleQuestion.Read(input, file.RuleSet);
        var language = CommonOptions.ReadLang(parsed);
        var results = file.Evaluate(inputs);
        if (parsed.GetValue(ValueOption.Value) is { } which)
        {
            ValueOption.Print(which, results, terminal, parsed.GetValue(CommonOptions.Json));
            return ExitCodes.Success;
        }

        var answer = RulesAnswer.From(file.RuleSet.Name, results) with
        {
            Explanation = parsed.GetValue(ExplainCommand.InFull) ? file.Explain(inputs, language) : null,
        };
        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.WriteJson(answer);
        }
        else
        {
            Show(answer, terminal.Results);
            if (answer.Explanation is { } explanation)
            {
                ExplanationTree.Show(explanation, language, terminal.Results);
            }
        }

        return ExitCodes.Success;
    }

    private static void Show(RulesAnswer answer, IAnsiConsole console)
    {
        var table = new Table()
            .Title(Markup.Escape(answer.Workflow))
            .AddColumns("Rule", "Holds", "Event", "Output", "Message");
        foreach (var result in answer.Results)
        {
            AddRow(table, result, depth: 0);
        }

        console.Write(table);
    }

    private static void AddRow(Table table, RuleResult result, int depth)
    {
        table.AddRow(
            Markup.Escape(new string(' ', depth * 2) + result.Rule),
            result.IsFaulted ? "[red]failed[/]"
                : result.IsSuccess ? "[green]yes[/]"
                : "no",
            Markup.Escape(result.SuccessEvent ?? ""),
            Markup.Escape(PlainText.Of(result.Output)),
            Markup.Escape(result.Message ?? "")
        );
        foreach (var child in result.Children)
        {
            AddRow(table, child, depth + 1);
        }
    }
}
