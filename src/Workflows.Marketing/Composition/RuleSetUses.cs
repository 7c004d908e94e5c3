using Workflows.Expressions;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Limits.Rules;
using Workflows.Rules.Catalog;
using Workflows.Rules.Inputs;
using Workflows.Rules.Model;

namespace Workflows.Marketing.Composition;

/// <summary>The rule sets that the product itself asks, by name, each with its own inputs.</summary>
public static class RuleSetUses
{
    /// <summary>All of them; every catalogue that publishes or runs rule sets has to know them.</summary>
    public static IReadOnlyDictionary<string, RuleSetUse> All { get; } =
        new Dictionary<string, RuleSetUse>(StringComparer.OrdinalIgnoreCase)
        {
            [LimitRules.Name] = LimitRuleBook.Use,
            [MergeRules.Name] = MergeRules.Use,
        };

    /// <summary>The inputs a rule set is asked with: those of journeys unless it declares its own or the product itself asks it.</summary>
    public static InputShape ShapeOf(RuleSet ruleSet)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        return All.TryGetValue(ruleSet.Name, out var use)
            ? use.Shape
            : DeclaredInputs.ShapeOf(ruleSet, ContactRules.Shape)!;
    }

    /// <summary>What holds for every such input, as conditions.</summary>
    public static IReadOnlyList<string> FactsOf(RuleSet ruleSet)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        return All.ContainsKey(ruleSet.Name) ? []
            : DeclaredInputs.Exist(ruleSet) ? DeclaredInputs.FactsOf(ruleSet)
            : ContactRules.Facts;
    }
}
