using Workflows.Rules.Catalog;

namespace Workflows.Rules.Compilation;

/// <summary>Makes results from what the program says about rules.</summary>
internal sealed class ResultRules
{
    private readonly ResultRule[] _rules;

    public ResultRules(IReadOnlyList<ProgramRule> roots)
    {
        _rules = [.. roots.Select(root => new ResultRule(root, isRoot: true))];
        AreSettled = _rules.All(rule => rule.IsSettled) && roots.All(root => root.Size <= RuleProgram.WordSize);
    }

    /// <summary>Whether everything there is to say follows from which rules hold.</summary>
    public bool AreSettled { get; }

    /// <param name="rule">The rule.</param>
    /// <param name="bits">Which of it and its nested rules hold.</param>
    public RuleResult Of(int rule, ulong bits) => _rules[rule].Of(bits);
}
