using Workflows.Expressions;
using Workflows.Rules.Catalog;

namespace Workflows.Rules.Values;

/// <summary>Asks rule sets for values: a discount, a date, a text, a record.</summary>
public static class RuleValues
{
    /// <summary>The output of the first rule that holds.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="inputs">The inputs, by name.</param>
    /// <exception cref="RuleSetException">The rule set does not type-check with inputs of these types.</exception>
    public static RuleValue First(this PublishedRuleSet ruleSet, IReadOnlyList<RuleInput> inputs)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        return Of(ruleSet.Decide(inputs));
    }

    /// <summary>The output of the first rule that holds, for inputs of any types.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="inputs">The inputs, by name.</param>
    /// <param name="expected">The types that JSON inputs stand for, if known.</param>
    /// <exception cref="RuleSetException">The rule set does not type-check with inputs of these types.</exception>
    public static RuleValue First(
        this PreparedRuleSet ruleSet,
        IReadOnlyList<RuleInput> inputs,
        InputShape? expected = null
    )
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        return Of(ruleSet.Decide(inputs, expected));
    }

    /// <summary>The output of the first rule that holds.</summary>
    public static RuleValue First(this RuleSetAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.First is { } first ? RuleValue.Of(first.Rule, first.Output) : RuleValue.Nothing;
    }

    /// <summary>The outputs of all rules that hold, in the document's order; rules without output are left out.</summary>
    public static IReadOnlyList<RuleValue> All(this RuleSetAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return
        [
            .. answer
                .Results.Where(result => result.IsSuccess && result.Output is not null)
                .Select(result => RuleValue.Of(result.Rule, result.Output)),
        ];
    }

    private static RuleValue Of(RuleDecision decision) =>
        decision.Rule is { } rule ? RuleValue.Of(rule, decision.Output) : RuleValue.Nothing;
}
