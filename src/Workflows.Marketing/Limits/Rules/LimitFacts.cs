using Workflows.Rules.Model;

namespace Workflows.Marketing.Limits.Rules;

/// <summary>What limits ask about a message that it does not say itself.</summary>
/// <param name="Store">Whether one counts by store or looks at a message's.</param>
/// <param name="Contact">Whether one looks at the customer's stage or orders.</param>
internal sealed record LimitFacts(bool Store, bool Contact)
{
    // A word too many costs a look, one too few would let a limit judge without what it asks.
    public static LimitFacts Of(RuleSet ruleSet, IReadOnlyList<Limit> limits)
    {
        var texts = ruleSet
            .Rules.SelectMany(Texts)
            .Concat(ruleSet.GlobalParams.Select(param => param.Expression))
            .OfType<string>()
            .ToList();
        bool Names(string member) => texts.Exists(text => text.Contains(member, StringComparison.OrdinalIgnoreCase));
        return new LimitFacts(
            limits.Any(limit => limit.Scope == LimitScope.Store) || Names(nameof(LimitedSend.Store)),
            Names(nameof(LimitedSend.Stage)) || Names(nameof(LimitedSend.Orders))
        );
    }

    private static IEnumerable<string?> Texts(Rule rule) =>
        rule
            .LocalParams.Select(param => (string?)param.Expression)
            .Append(rule.Expression)
            .Concat(rule.Rules.SelectMany(Texts));
}
