using System.Linq.Expressions;
using Workflows.Expressions;
using Workflows.Rules.Binding;
using Workflows.Rules.Catalog;
using Expression = System.Linq.Expressions.Expression;

namespace Workflows.Rules.Compilation;

/// <summary>A rule set ready for bulk work: immutable, safe on every thread, and of one mind with the judge.</summary>
public sealed class CompiledRuleSet
{
    private readonly BoundRuleSet _bound;
    private readonly RuleProgram _program;
    private readonly ProgramForms<Func<object?[], int>, Func<object?[], ulong>> _forms;

    // Nearly every rule set fits one word, and the way there is short.
    private readonly Lazy<Func<object?[], int>>? _only;
    private readonly Lazy<CarefulRuleSet> _careful;
    private readonly FastOutput?[] _outputs;
    private readonly ResultRules _results;

    internal CompiledRuleSet(BoundRuleSet bound)
    {
        _bound = bound;
        _program = RuleProgram.Of(bound);
        _forms = new(_program, OverArray);
        _only = _forms.FirstMatch is [var word] ? word : null;
        _careful = new(() => new CarefulRuleSet(bound));
        _outputs = [.. _program.Roots.Select(root => FastOutput.Of(_program, root, OverArray))];
        _results = new ResultRules(_program);
        Shape = new InputShape([.. bound.Inputs.Select(input => new InputParameter(input.Name!, input.Type))]);
        Rules = [.. bound.Rules.Select(rule => rule.Source.Name)];
        SuccessEvents = [.. bound.Rules.Select(rule => rule.Source.Event)];
    }

    /// <summary>The inputs of every question, in this order.</summary>
    public InputShape Shape { get; }

    /// <summary>The names of the enabled rules; indices of this class are places in this list.</summary>
    public IReadOnlyList<string> Rules { get; }

    /// <summary>The event of each rule: its success event, or its name.</summary>
    public IReadOnlyList<string> SuccessEvents { get; }

    /// <summary>The index of the first rule that holds, or -1. A rule that fails does not hold. Allocates nothing.</summary>
    /// <param name="values">The inputs, in the order of <see cref="Shape"/>.</param>
    public int FirstMatch(object?[] values)
    {
        try
        {
            return _only is null ? FirstMatch(_forms.FirstMatch, values) : _only.Value(values);
        }
        // An expression may throw anything; the careful program asks rule by rule.
        catch (Exception)
        {
            return FirstMatch(_forms.CarefulFirstMatch, values);
        }
    }

    /// <summary>Which rules hold. A rule that fails does not. Allocates nothing.</summary>
    /// <param name="values">The inputs, in the order of <see cref="Shape"/>.</param>
    /// <param name="holds">Receives one answer a rule; at least as long as <see cref="Rules"/>.</param>
    /// <returns>The number of rules that hold.</returns>
    public int Matches(object?[] values, Span<bool> holds)
    {
        var count = 0;
        for (var word = 0; word < _forms.Matches.Length; word++)
        {
            var (start, rules) = (_program.Words[word].Start, _program.Words[word].Rules.Count);
            count += Bits.Spread(Matches(word, values), holds.Slice(start, rules));
        }

        return count;
    }

    /// <summary>The results of all rules.</summary>
    /// <param name="values">The inputs, in the order of <see cref="Shape"/>.</param>
    /// <returns>The answer; null when only the judge can tell what it is.</returns>
    public RuleSetAnswer? Evaluate(object?[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (!_results.AreSettled)
        {
            return _careful.Value.Evaluate(values);
        }

        try
        {
            var answer = new RuleResult[_results.Count];
            for (var word = 0; word < _forms.Nodes.Length; word++)
            {
                _results.Fill(word, _forms.Nodes[word].Value(values), answer);
            }

            return new RuleSetAnswer(answer);
        }
        // An expression may throw anything; step by step it is found out which and what.
        catch (Exception)
        {
            return _careful.Value.Evaluate(values);
        }
    }

    /// <summary>The same program over one input of a static type.</summary>
    /// <typeparam name="T1">The type of the input.</typeparam>
    /// <exception cref="InvalidOperationException">The rule set was compiled for other inputs.</exception>
    public TypedRuleSet<T1> For<T1>()
    {
        Require(typeof(T1));
        return new TypedRuleSet<T1>(this);
    }

    /// <summary>The same program over two inputs of static types, such as a contact and an instant.</summary>
    /// <typeparam name="T1">The type of the first input.</typeparam>
    /// <typeparam name="T2">The type of the second input.</typeparam>
    /// <exception cref="InvalidOperationException">The rule set was compiled for other inputs.</exception>
    public TypedRuleSet<T1, T2> For<T1, T2>()
    {
        Require(typeof(T1), typeof(T2));
        return new TypedRuleSet<T1, T2>(this);
    }

    /// <summary>The same program over columns: the members of the first input that rules read, one array each.</summary>
    /// <returns>The program; null when rules do more with the first input than reading its members.</returns>
    public ColumnRuleSet? ForColumns() =>
        FlatRuleSet.Of(_bound) is { } flat ? new ColumnRuleSet(RuleProgram.Of(flat)) : null;

    /// <summary>Compiles everything an ordinary question needs now, so that none pays for it.</summary>
    public void Warm()
    {
        _forms.Warm();
        foreach (var output in _outputs)
        {
            output?.Warm();
        }
    }

    internal RuleProgram Program => _program;

    internal ResultRules Results => _results;

    /// <summary>The first rule that holds with its output; null when only the judge can tell.</summary>
    internal RuleDecision? Decide(object?[] values)
    {
        try
        {
            var rule = FirstMatch(_forms.FirstMatch, values);
            if (rule < 0)
            {
                return default(RuleDecision);
            }

            if (_program.Rules[rule].OnSuccess is null)
            {
                return new RuleDecision(Rules[rule], SuccessEvents[rule], null, null);
            }

            if (_outputs[rule] is { } output && output.Fits(values))
            {
                return new RuleDecision(Rules[rule], SuccessEvents[rule], output.Run(values), null);
            }
        }
        // An expression may throw anything; below it is found out which and what.
        catch (Exception) { }

        return _careful.Value.Evaluate(values) is { } answer ? RuleDecision.Of(answer) : null;
    }

    private ulong Matches(int word, object?[] values)
    {
        try
        {
            return _forms.Matches[word].Value(values);
        }
        // As above.
        catch (Exception)
        {
            return _forms.CarefulMatches[word].Value(values);
        }
    }

    private static int FirstMatch(Lazy<Func<object?[], int>>[] words, object?[] values)
    {
        foreach (var word in words)
        {
            if (word.Value(values) is >= 0 and var rule)
            {
                return rule;
            }
        }

        return -1;
    }

    private void Require(params ReadOnlySpan<Type> types)
    {
        var fits = types.Length == Shape.Parameters.Count;
        for (var index = 0; fits && index < types.Length; index++)
        {
            fits = Shape.Parameters[index].Type == types[index];
        }

        if (!fits)
        {
            throw new InvalidOperationException(
                $"The rule set was compiled for ({string.Join(", ", Shape.Parameters.Select(input => input.Type.Name))})."
            );
        }
    }

    private Delegate OverArray(LambdaExpression typed)
    {
        var values = Expression.Parameter(typeof(object?[]), "values");
        var assignments = _program.Inputs.Select(
            (input, index) =>
                (Expression)
                    Expression.Assign(
                        input,
                        Expression.Convert(Expression.ArrayIndex(values, Expression.Constant(index)), input.Type)
                    )
        );
        var body = Expression.Block(typed.ReturnType, _program.Inputs, [.. assignments, typed.Body]);
        return Expression.Lambda(body, values).Compile();
    }
}
