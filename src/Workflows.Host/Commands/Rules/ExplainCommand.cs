using System.CommandLine;
using Workflows.Host.Json;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Explaining;

namespace Workflows.Host.Commands.Rules;

/// <summary><c>rules explain FILE</c>: why did this rule hold? Every part of every condition with its value, in words.</summary>
internal static class ExplainCommand
{
    public static readonly Option<bool> InFull = new("--explain")
    {
        Description = "Say why, with every part of every condition; for a file, of the first customers of each rule.",
    };

    private static readonly Option<long?> Row = new("--row")
    {
        Description = "The line of the customer file, from 2; the header is line 1.",
        HelpName = "N",
    };

    public static Command Describe(Terminal terminal)
    {
        var command = new Command(
            "explain",
            "Says why rules hold or do not, for an input or for one row of a customer file."
        )
        {
            RuleFile.Path,
            RuleQuestion.Input,
            CustomerQuestion.Customers,
            Row,
            CustomerQuestion.AsOf,
            CommonOptions.TimeZone,
            RuleFile.Name,
            CommonOptions.Lang,
            CommonOptions.Json,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        RuleQuestion.RequireOne(parsed);
        var language = CommonOptions.ReadLang(parsed);
        var file = await RuleFile.OpenAsync(parsed, cancellationToken);
        var explanation = parsed.GetValue(RuleQuestion.Input) is { } input
            ? file.Explain(RuleQuestion.Read(input, file.RuleSet), language)
            : await ExplainRowAsync(parsed, file, cancellationToken);
        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.WriteJson(explanation);
        }
        else
        {
            ExplanationTree.Show(explanation, language, terminal.Results);
        }

        return ExitCodes.Success;
    }

    private static async Task<RuleSetExplanation> ExplainRowAsync(
        ParseResult parsed,
        RuleFile file,
        CancellationToken cancellationToken
    )
    {
        var number =
            parsed.GetValue(Row)
            ?? throw new BadInputException($"Give {Row.Name} N to say which row of the customer file is meant.");
        var question = await CustomerQuestion.OpenAsync(parsed, file, cancellationToken);
        using var text = JsonText.OpenFile(question.Path);
        var row =
            question.Table.Read(text).FirstOrDefault(candidate => candidate.Row == number)
            ?? throw new BadInputException($"{question.Path}: There is no row {number} below the header.");
        return row.Reason is { } reason
            ? throw new BadInputException($"{question.Path}: row {number}: {reason}")
            : question
                .RuleSet.ExplainerFor(question.Table.Shape)
                .Explain(row.Values!, ContactVocabulary.Names, CommonOptions.ReadLang(parsed));
    }
}
