using System.CommandLine;
using Workflows.Host.Json;
using Workflows.Rules.Catalog;
using Workflows.Rules.Inputs;

namespace Workflows.Host.Commands.Rules;

/// <summary>One question to a rule set, as a command line writes it.</summary>
internal static class RuleQuestion
{
    public static readonly Option<string?> Input = new("--input")
    {
        Description = "The inputs by name, as a JSON object, e.g. '{\"contact\":{\"paidOrderCount\":2}}', or @FILE.",
        HelpName = "JSON",
    };

    /// <exception cref="BadInputException">The option is no JSON.</exception>
    public static IReadOnlyList<RuleInput> Read(string input, PublishedRuleSet ruleSet) =>
        JsonInputs.Of(ruleSet.RuleSet, JsonText.ParseOption(input, Input.Name));

    /// <summary>Makes sure that a command line asks about one thing.</summary>
    /// <exception cref="BadInputException">It asks about none, or about two.</exception>
    public static void RequireOne(ParseResult parsed)
    {
        var hasInput = parsed.GetValue(Input) is not null;
        var hasFile = parsed.GetValue(CustomerQuestion.Customers) is not null;
        if (hasInput == hasFile)
        {
            throw new BadInputException(
                hasInput
                    ? $"Give {Input.Name} or {CustomerQuestion.Customers.Name}, not both."
                    : $"Give {Input.Name} JSON or {CustomerQuestion.Customers.Name} CSV. Try: ./run rules evaluate --help"
            );
        }
    }
}
