using Workflows.Rules.Binding;
using Workflows.Rules.Validation;

namespace Workflows.Rules.Compilation;

/// <summary>One enabled rule of a program.</summary>
/// <param name="Bound">The rule with its expressions.</param>
/// <param name="Bit">The rule's place among the answers of its root, counted through nested rules; a root is bit 0 of its own.</param>
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

    /// <summary>Numbers the rules below a root, parents before their children.</summary>
    public static ProgramRule Root(BoundRule rule)
    {
        var next = 0;
        return Number(rule, [], ref next);
    }

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
