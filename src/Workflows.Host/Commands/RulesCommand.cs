using System.CommandLine;
using Spectre.Console;
using Workflows.Host.Json;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Rules.Inputs;
using Workflows.Rules.Judging;

namespace Workflows.Host.Commands;

/// <summary><c>rules FILE</c>: asks a rule file one question.</summary>
internal static class RulesCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "A RulesEngine file." };

    private static readonly Option<string> Input = new("--input")
    {
        Description = "The inputs by name, as a JSON object, e.g. '{\"contact\":{\"paidOrderCount\":2}}', or @FILE.",
        HelpName = "JSON",
        Required = true,
    };

    private static readonly Option<string?> RuleSet = new("--workflow")
    {
        Description = "Which rule set of the file to ask; needed where it holds several.",
        HelpName = "NAME",
    };

    public static Command Describe(Terminal terminal)
    {
        var command = new Command("rules", "Asks a rule file a question, or runs the cases of a folder (rules test).")
        {
            File,
            Input,
            RuleSet,
            CommonOptions.Json,
            RulesTestCommand.Describe(terminal),
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var path = parsed.GetRequiredValue(File);
        var text = JsonText.ReadFile(path);
        _ = JsonText.Parse(text, path);
        var input = JsonText.ParseOption(parsed.GetRequiredValue(Input), Input.Name);
        var catalog = new RuleSetCatalog(new MemoryRuleSetStore(), new RulesEngineJudge(), TimeProvider.System);
        var publication = await catalog.PublishAsync(text, cancellationToken);
        DocumentMistakes.ThrowIfAny(path, publication.Diagnostics);
        var ruleSet = Choose(publication.RuleSets!, parsed.GetValue(RuleSet), path);

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

    private static PublishedRuleSet Choose(IReadOnlyList<PublishedRuleSet> ruleSets, string? name, string path)
    {
        var names = string.Join(", ", ruleSets.Select(ruleSet => ruleSet.Name));
        if (name is null)
        {
            return ruleSets.Count == 1
                ? ruleSets[0]
                : throw new BadInputException($"{path} holds several rule sets; choose by {RuleSet.Name}: {names}.");
        }

        return ruleSets.FirstOrDefault(ruleSet => string.Equals(ruleSet.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new BadInputException($"{path} has no rule set '{name}', only {names}.");
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
