using Workflows.Rules.Binding;
using Workflows.Rules.Validation;

namespace Workflows.Rules.Compilation;

/// <summary>One enabled rule of a program.</summary>
/// <param name="Bound">The rule with its expressions.</param>
/// <param name="Bit">The rule's place in a word of answers that it shares with its neighbours, nested ones counted.</param>
/// <param name="Trail">The rules it is nested in, outermost first, and itself.</param>
/// <param name="Children">Nested rules.</param>
internal sealed record ProgramRule(
    BoundRule Bound,
    int Bit,
    IReadOnlyList<BoundRule> Trail,
    IReadOnlyList<ProgramRule> Children
)
{
    public bool IsOr => Bound.Source.Operator is { } name && RuleOperators.IsOr(name);

    /// <summary>The number of rules from this one downwards.</summary>
    public int Size => 1 + Children.Sum(child => child.Size);

    /// <summary>Numbers a rule and those below it, parents before their children.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="next">The next free bit.</param>
    public static ProgramRule Root(BoundRule rule, ref int next) => Number(rule, [], ref next);

    private static ProgramRule Number(BoundRule rule, IReadOnlyList<BoundRule> outer, ref int next)
    {
        var bit = next++;
        IReadOnlyList<BoundRule> trail = [.. outer, rule];
        var children = new List<ProgramRule>(rule.Children.Count);
        foreach (var child in rule.Children)
        {
            children.Add(Number(child, trail, ref next));
        }

        return new ProgramRule(rule, bit, trail, children);
    }
}
