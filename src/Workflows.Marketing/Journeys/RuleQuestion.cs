using System.Text.Json;
using Workflows.Marketing.Contacts;
using Workflows.Rules.Catalog;
using Workflows.Rules.Inputs;
using Workflows.Rules.Model;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Journeys;

/// <summary>What a journey asks a rule set: the contact and the time, or what the rule set says it wants to know.</summary>
internal static class RuleQuestion
{
    private const string ContactInput = "contact";
    private const string NowInput = "now";

    /// <summary>The inputs for one question.</summary>
    /// <exception cref="FaultException">A value that the rule set needs is missing, or the further inputs are no object.</exception>
    public static IReadOnlyList<RuleInput> Of(
        PublishedRuleSet ruleSet,
        Contact contact,
        DateTimeOffset now,
        object? further
    )
    {
        if (!DeclaredInputs.Exist(ruleSet.RuleSet))
        {
            return [new RuleInput(ContactInput, contact), new RuleInput(NowInput, now)];
        }

        var shape = DeclaredInputs.ShapeOf(ruleSet.RuleSet, ContactRules.Shape)!;
        var inputs = DeclaredInputs.Read(
            shape,
            Values(ruleSet.Name, further),
            new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
            {
                [ContactInput] = contact,
                [NowInput] = now,
            },
            out var missing
        );
        return missing is null
            ? inputs
            : throw new FaultException("InputMissing", $"The rule set '{ruleSet.Name}' has to know '{missing}'.");
    }

    /// <summary>The inputs a rule set has besides those that every journey gives.</summary>
    public static IEnumerable<string> FurtherInputs(RuleSet ruleSet) =>
        DeclaredInputs.Exist(ruleSet)
            ? DeclaredInputs
                .ShapeOf(ruleSet, ContactRules.Shape)!
                .Parameters.Select(parameter => parameter.Name)
                .Except([ContactInput, NowInput], StringComparer.OrdinalIgnoreCase)
            : [];

    private static JsonElement Values(string name, object? further)
    {
        try
        {
            return further switch
            {
                JsonElement element => element,
                string text when text.Trim().Length > 0 => JsonSerializer.Deserialize<JsonElement>(text),
                null or string => default,
                _ => JsonSerializer.SerializeToElement(further),
            };
        }
        catch (JsonException broken)
        {
            throw new FaultException(
                "BadInputs",
                $"The further inputs of the rule set '{name}' are no JSON object: {broken.Message}"
            );
        }
    }
}
