using Workflows.Rules.Binding;

namespace Workflows.Rules.Compilation;

/// <summary>A compiled rule set over two typed inputs, such as a contact and an instant.</summary>
/// <typeparam name="T1">The type of the first input.</typeparam>
/// <typeparam name="T2">The type of the second input.</typeparam>
public sealed class TypedRuleSet<T1, T2>
{
    private readonly RuleProgram _program;
    private readonly Func<T1, T2, int> _firstMatch;
    private readonly Func<T1, T2, bool>[] _conditions;
    private readonly Lazy<Func<T1, T2, int>> _carefulFirstMatch;
    private readonly Lazy<Func<T1, T2, bool>>[] _carefulConditions;

    internal TypedRuleSet(RuleProgram program)
    {
        _program = program;
        _firstMatch = (Func<T1, T2, int>)program.FirstMatch(careful: false).Compile();
        _conditions = [.. program.Rules.Select(rule => Condition(rule, careful: false))];
        _carefulFirstMatch = new(() => (Func<T1, T2, int>)program.FirstMatch(careful: true).Compile());
        _carefulConditions =
        [
            .. program.Rules.Select(rule => new Lazy<Func<T1, T2, bool>>(() => Condition(rule, careful: true))),
        ];
    }

    /// <summary>The number of rules.</summary>
    public int Count => _conditions.Length;

    /// <summary>The index of the first rule that holds, or -1. A rule that fails does not hold. Allocates nothing.</summary>
    public int FirstMatch(T1 first, T2 second)
    {
        try
        {
            return _firstMatch(first, second);
        }
        // An expression may throw anything; the careful program asks rule by rule.
        catch (Exception)
        {
            return _carefulFirstMatch.Value(first, second);
        }
    }

    /// <summary>Whether one rule holds. A rule that fails does not hold. Allocates nothing.</summary>
    /// <param name="rule">The rule's index.</param>
    /// <param name="first">The first input.</param>
    /// <param name="second">The second input.</param>
    public bool Matches(int rule, T1 first, T2 second)
    {
        try
        {
            return _conditions[rule](first, second);
        }
        // As above.
        catch (Exception)
        {
            return _carefulConditions[rule].Value(first, second);
        }
    }

    /// <summary>Which rules hold. Allocates nothing.</summary>
    /// <param name="first">The first input.</param>
    /// <param name="second">The second input.</param>
    /// <param name="holds">Receives one answer a rule; at least <see cref="Count"/> long.</param>
    /// <returns>The number of rules that hold.</returns>
    public int Matches(T1 first, T2 second, Span<bool> holds)
    {
        var count = 0;
        for (var rule = 0; rule < _conditions.Length; rule++)
        {
            holds[rule] = Matches(rule, first, second);
            count += holds[rule] ? 1 : 0;
        }

        return count;
    }

    /// <summary>A delegate for what a rule's action works out, without boxing it.</summary>
    /// <typeparam name="TOutput">The type of the output.</typeparam>
    /// <param name="rule">The rule's index.</param>
    /// <returns>The delegate, which throws what the expression throws; null when the output is of another type.</returns>
    public Func<T1, T2, TOutput>? Output<TOutput>(int rule) =>
        (Func<T1, T2, TOutput>?)_program.Output([_program.Rules[rule]], typeof(TOutput))?.Compile();

    private Func<T1, T2, bool> Condition(BoundRule rule, bool careful) =>
        (Func<T1, T2, bool>)_program.Condition([rule], careful).Compile();
}
