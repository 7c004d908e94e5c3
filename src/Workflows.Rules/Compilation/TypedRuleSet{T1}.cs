using Workflows.Rules.Catalog;

namespace Workflows.Rules.Compilation;

/// <summary>A compiled rule set over one typed input.</summary>
/// <typeparam name="T1">The type of the input.</typeparam>
public sealed class TypedRuleSet<T1>
{
    private readonly CompiledRuleSet _rules;
    private readonly ProgramForms<Func<T1, int>, Func<T1, ulong>> _forms;

    private readonly IReadOnlyList<ProgramWord> _words;

    // Nearly every rule set fits one word, and the way there is short.
    private readonly Func<T1, int>? _only;

    internal TypedRuleSet(CompiledRuleSet rules)
    {
        _rules = rules;
        _forms = new(rules.Program, lambda => lambda.Compile());
        _words = rules.Program.Words;
        _only = _forms.FirstMatch is [var word] ? word.Value : null;
    }

    /// <summary>The number of rules.</summary>
    public int Count => _rules.Rules.Count;

    /// <summary>The index of the first rule that holds, or -1. A rule that fails does not hold. Allocates nothing.</summary>
    public int FirstMatch(T1 input)
    {
        try
        {
            return _only is { } only ? only(input) : FirstMatch(_forms.FirstMatch, input);
        }
        // An expression may throw anything; the careful program asks rule by rule.
        catch (Exception)
        {
            return FirstMatch(_forms.CarefulFirstMatch, input);
        }
    }

    /// <summary>The first rule that holds for each of many inputs. Allocates nothing.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="rules">Receives a rule's index or -1 for each; at least as long.</param>
    public void FirstMatch(ReadOnlySpan<T1> inputs, Span<int> rules)
    {
        for (var index = 0; index < inputs.Length; index++)
        {
            rules[index] = FirstMatch(inputs[index]);
        }
    }

    /// <summary>Whether one rule holds. A rule that fails does not hold. Allocates nothing.</summary>
    /// <param name="rule">The rule's index.</param>
    /// <param name="input">The input.</param>
    public bool Matches(int rule, T1 input)
    {
        try
        {
            return _forms.Each[rule].Value(input) != 0;
        }
        // As above.
        catch (Exception)
        {
            return _forms.CarefulEach[rule].Value(input) != 0;
        }
    }

    /// <summary>Which rules hold. Allocates nothing.</summary>
    /// <param name="input">The input.</param>
    /// <param name="holds">Receives one answer a rule; at least <see cref="Count"/> long.</param>
    /// <returns>The number of rules that hold.</returns>
    public int Matches(T1 input, Span<bool> holds)
    {
        var count = 0;
        for (var word = 0; word < _forms.Matches.Length; word++)
        {
            var (start, rules) = (_words[word].Start, _words[word].Rules.Count);
            count += Bits.Spread(MatchingBits(word, input), holds.Slice(start, rules));
        }

        return count;
    }

    /// <summary>The results of all rules; nothing but they is allocated where no rule has an action or fills a message in.</summary>
    /// <returns>The answer; null when only the judge can tell what it is.</returns>
    public RuleSetAnswer? Evaluate(T1 input)
    {
        if (!_rules.Results.AreSettled)
        {
            return _rules.Evaluate([input]);
        }

        try
        {
            var answer = new RuleResult[Count];
            for (var word = 0; word < _forms.Nodes.Length; word++)
            {
                _rules.Results.Fill(word, _forms.Nodes[word].Value(input), answer);
            }

            return new RuleSetAnswer(answer);
        }
        // As above.
        catch (Exception)
        {
            return _rules.Evaluate([input]);
        }
    }

    /// <summary>A delegate for what a rule's action works out, without boxing it.</summary>
    /// <typeparam name="TOutput">The type of the output.</typeparam>
    /// <param name="rule">The rule's index.</param>
    /// <returns>
    /// The delegate, which throws what the expression throws; null when the output is of another type, or reads a
    /// parameter that may be null, of which only the judge knows what it makes.
    /// </returns>
    public Func<T1, TOutput>? Output<TOutput>(int rule) =>
        (Func<T1, TOutput>?)_rules.Program.ExactOutput(rule, typeof(TOutput))?.Compile();

    /// <summary>Compiles everything an ordinary question needs now, so that none pays for it.</summary>
    public void Warm() => _forms.Warm();

    private ulong MatchingBits(int word, T1 input)
    {
        try
        {
            return _forms.Matches[word].Value(input);
        }
        // As above.
        catch (Exception)
        {
            return _forms.CarefulMatches[word].Value(input);
        }
    }

    private static int FirstMatch(Lazy<Func<T1, int>>[] words, T1 input)
    {
        foreach (var word in words)
        {
            if (word.Value(input) is >= 0 and var rule)
            {
                return rule;
            }
        }

        return -1;
    }
}
