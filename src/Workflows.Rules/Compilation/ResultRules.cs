using Workflows.Rules.Catalog;

namespace Workflows.Rules.Compilation;

/// <summary>Makes results from what the program says about rules.</summary>
internal sealed class ResultRules
{
    private readonly ResultRule[] _rules;

    private readonly IReadOnlyList<ProgramWord> _words;

    public ResultRules(RuleProgram program)
    {
        _rules = [.. program.Roots.Select(root => new ResultRule(root, isRoot: true))];
        _words = program.Words;
        AreSettled = _rules.All(rule => rule.IsSettled) && _words.All(word => word.Fits);
    }

    /// <summary>Whether everything there is to say follows from which rules hold.</summary>
    public bool AreSettled { get; }

    /// <summary>The number of rules.</summary>
    public int Count => _rules.Length;

    /// <summary>Makes the results of the rules of a word.</summary>
    /// <param name="word">The word's place.</param>
    /// <param name="bits">Which of its rules and their nested ones hold.</param>
    /// <param name="results">Receives the results in the places of the rules.</param>
    public void Fill(int word, ulong bits, RuleResult[] results)
    {
        var end = word + 1 < _words.Count ? _words[word + 1].Start : _rules.Length;
        for (var rule = _words[word].Start; rule < end; rule++)
        {
            results[rule] = _rules[rule].Of(bits);
        }
    }
}
