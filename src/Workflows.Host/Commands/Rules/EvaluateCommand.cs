using System.CommandLine;
using Spectre.Console;
using Workflows.Host.Json;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Rules.Inputs;

namespace Workflows.Host.Commands.Rules;

/// <summary><c>rules evaluate FILE</c>: asks a rule file one question.</summary>
internal static class EvaluateCommand
{
    private static readonly Option<string> Input = new("--input")
    {
        Description = "The inputs by name, as a JSON object, e.g. '{\"contact\":{\"paidOrderCount\":2}}', or @FILE.",
        HelpName = "JSON",
        Required = true,
    };

    public static Command Describe(Terminal terminal)
    {
        var command = new Command("evaluate", "Asks a rule file: which rules hold, with which event and output.");
        Complete(command, terminal);
        return command;
    }

    /// <summary>Gives a command this verb's arguments, options and action; <c>rules FILE</c> is short for it.</summary>
    public static void Complete(Command command, Terminal terminal)
    {
        command.Add(RuleFile.Path);
        command.Add(Input);
        command.Add(RuleFile.Name);
        command.Add(CommonOptions.Json);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, terminal, cancellationToken));
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var path = parsed.GetRequiredValue(RuleFile.Path);
        var ruleSet = await RuleFile.OpenAsync(path, parsed.GetValue(RuleFile.Name), null, cancellationToken);
        var input = JsonText.ParseOption(parsed.GetRequiredValue(Input), Input.Name);

        var answer = RulesAnswer.From(ruleSet.Name, Ask(ruleSet, JsonInputs.Of(ruleSet.RuleSet, input)));
        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.WriteJson(answer);
        }
        else
        {
            Show(answer, terminal.Results);
        }

        return ExitCodes.Success;
    }

    private static RuleSetAnswer Ask(PublishedRuleSet ruleSet, IReadOnlyList<RuleInput> inputs)
    {
        try
        {
            return ruleSet.Evaluate(inputs, ContactRules.Shape);
        }
        catch (RuleSetException mistake)
        {
            throw new BadInputException(mistake.Message, mistake);
        }
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
