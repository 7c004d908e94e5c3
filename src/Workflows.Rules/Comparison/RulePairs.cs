using Workflows.Rules.Model;

namespace Workflows.Rules.Comparison;

/// <summary>Finds which rule of the new version is which of the old one: by name, then by what they say.</summary>
internal static class RulePairs
{
    /// <summary>Pairs in the order of the new version, then rules that are gone; one side is null for new and gone ones.</summary>
    public static IReadOnlyList<(Rule? Old, Rule? New)> Of(IReadOnlyList<Rule> old, IReadOnlyList<Rule> now)
    {
        var left = old.ToList();
        var partners = new Dictionary<object, Rule>(ReferenceEqualityComparer.Instance);
        Match(SameName);
        Match(SaysTheSame);
        Match(HasTheSameCondition);
        return
        [
            .. now.Select(rule => (partners.GetValueOrDefault(rule), (Rule?)rule)),
            .. left.Select(rule => ((Rule?)rule, (Rule?)null)),
        ];

        void Match(Func<Rule, Rule, bool> isPartner)
        {
            foreach (var rule in now.Where(rule => !partners.ContainsKey(rule)))
            {
                if (left.Find(candidate => isPartner(candidate, rule)) is { } partner)
                {
                    partners[rule] = partner;
                    left.Remove(partner);
                }
            }
        }
    }

    private static bool SameName(Rule old, Rule now) => string.Equals(old.Name, now.Name, StringComparison.Ordinal);

    private static bool SaysTheSame(Rule old, Rule now) =>
        HasTheSameCondition(old, now) && string.Equals(old.SuccessEvent, now.SuccessEvent, StringComparison.Ordinal);

    private static bool HasTheSameCondition(Rule old, Rule now) =>
        old.IsNested == now.IsNested
        && string.Equals(old.Operator, now.Operator, StringComparison.Ordinal)
        && (old.IsNested ? old.Rules.Count == now.Rules.Count : LambdaTokens.Same(old.Expression, now.Expression))
        && old.Rules.Zip(now.Rules).All(pair => HasTheSameCondition(pair.First, pair.Second));
}
