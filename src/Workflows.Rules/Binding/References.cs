using Workflows.Rules.Model;
using Words = Workflows.Rules.Json.RuleSetWords;

namespace Workflows.Rules.Binding;

/// <summary>Finds which other rule sets a rule set needs.</summary>
internal static class References
{
    /// <summary>The names of rule sets whose rules are asked by an action.</summary>
    public static IEnumerable<string> Asked(RuleSet ruleSet) => ruleSet.Rules.SelectMany(Asked);

    private static IEnumerable<string> Asked(Rule rule)
    {
        foreach (var action in new[] { rule.OnSuccess, rule.OnFailure })
        {
            if (action is not null && action.Is(RuleAction.EvaluateRule) && action.Text(Words.ActionSet) is { } name)
            {
                yield return name;
            }
        }

        foreach (var name in rule.Rules.SelectMany(Asked))
        {
            yield return name;
        }
    }
}
