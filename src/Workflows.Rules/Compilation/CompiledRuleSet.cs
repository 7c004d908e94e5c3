using System.Linq.Expressions;
using Workflows.Expressions;
using Workflows.Rules.Binding;
using Workflows.Rules.Catalog;
using Expression = System.Linq.Expressions.Expression;

namespace Workflows.Rules.Compilation;

/// <summary>A rule set ready for bulk work: immutable, safe on every thread, and of one mind with the judge.</summary>
public sealed class CompiledRuleSet
{
    private readonly RuleProgram _program;
    private readonly CompiledRule[] _rules;
    private readonly bool _givesFailureTexts;
    private readonly Func<object?[], int> _firstMatch;
    private readonly Lazy<Func<object?[], int>> _carefulFirstMatch;

    internal CompiledRuleSet(RuleProgram program)
    {
        _program = program;
        _rules = [.. program.Rules.Select(rule => Compile([rule]))];
        _givesFailureTexts = program.Rules.Any(SaysWhyNot);
        _firstMatch = Untyped<int>(program.FirstMatch(careful: false));
        _carefulFirstMatch = new(() => Untyped<int>(program.FirstMatch(careful: true)));
        Shape = new InputShape([.. program.Inputs.Select(input => new InputParameter(input.Name!, input.Type))]);
        Rules = [.. program.Rules.Select(rule => rule.Source.Name)];
        SuccessEvents = [.. program.Rules.Select(rule => rule.Source.Event)];
    }

    /// <summary>The inputs of every question, in this order.</summary>
    public InputShape Shape { get; }

    /// <summary>The names of the enabled rules; indices of this class are places in this list.</summary>
    public IReadOnlyList<string> Rules { get; }

    /// <summary>The event of each rule: its success event, or its name.</summary>
    public IReadOnlyList<string> SuccessEvents { get; }

    /// <summary>The index of the first rule that holds, or -1. A rule that fails does not hold.</summary>
    /// <param name="values">The inputs, in the order of <see cref="Shape"/>.</param>
    public int FirstMatch(object?[] values)
    {
        try
        {
            return _firstMatch(values);
        }
        // An expression may throw anything; the careful program asks rule by rule.
        catch (Exception)
        {
            return _carefulFirstMatch.Value(values);
        }
    }

    /// <summary>The first rule that holds with its output; whatever an expression throws leaves.</summary>
    internal RuleDecision Decide(object?[] values)
    {
        var rule = _firstMatch(values);
        return rule < 0 ? default : new RuleDecision(Rules[rule], SuccessEvents[rule], Output(rule, values), null);
    }

    /// <summary>What the rule's action works out; null without one.</summary>
    /// <param name="rule">A rule that holds.</param>
    /// <param name="values">The inputs, in the order of <see cref="Shape"/>.</param>
    /// <exception cref="Exception">Whatever the expression throws.</exception>
    public object? Output(int rule, object?[] values) => _rules[rule].Output?.Invoke(values);

    /// <summary>The results of all rules.</summary>
    /// <param name="values">The inputs, in the order of <see cref="Shape"/>.</param>
    /// <returns>The answer; null when an expression failed or a rule says why it does not hold, which the judge words.</returns>
    public RuleSetAnswer? Evaluate(object?[] values)
    {
        if (_givesFailureTexts)
        {
            return null;
        }

        try
        {
            var results = new RuleResult[_rules.Length];
            for (var index = 0; index < results.Length; index++)
            {
                results[index] = Evaluate(_rules[index], values);
            }

            return new RuleSetAnswer(results);
        }
        // An expression may throw anything; the judge tells what.
        catch (Exception)
        {
            return null;
        }
    }

    /// <summary>The same program over inputs of static types; it allocates nothing to say which rule holds.</summary>
    /// <typeparam name="T1">The type of the first input.</typeparam>
    /// <typeparam name="T2">The type of the second input.</typeparam>
    /// <exception cref="InvalidOperationException">The rule set was compiled for inputs of other types.</exception>
    public TypedRuleSet<T1, T2> For<T1, T2>() =>
        _program.Inputs is [var first, var second] && first.Type == typeof(T1) && second.Type == typeof(T2)
            ? new TypedRuleSet<T1, T2>(_program)
            : throw new InvalidOperationException(
                $"The rule set was not compiled for {typeof(T1).Name} and {typeof(T2).Name}."
            );

    private static RuleResult Evaluate(CompiledRule rule, object?[] values)
    {
        RuleResult[] children = [.. rule.Children.Select(child => Evaluate(child, values))];
        var holds =
            rule.Condition?.Invoke(values)
            ?? (
                rule.IsOr
                    ? children.Any(child => child.IsSuccess)
                    : children.Length > 0 && children.All(child => child.IsSuccess)
            );
        return new RuleResult(
            rule.Name,
            holds,
            holds ? rule.SuccessEvent : null,
            holds ? rule.Output?.Invoke(values) : null,
            null,
            children
        );
    }

    private CompiledRule Compile(IReadOnlyList<BoundRule> trail)
    {
        var rule = trail[^1];
        return new CompiledRule(
            rule.Source.Name,
            rule.Source.Event,
            rule.Condition is null ? null : Untyped<bool>(_program.Condition(trail, careful: false)),
            rule.OnSuccess is null ? null : Untyped<object?>(_program.Output(trail, typeof(object))!),
            [.. rule.Children.Select(child => Compile([.. trail, child]))],
            rule.Source.Operator is { } name && Validation.RuleOperators.IsOr(name)
        );
    }

    private Func<object?[], T> Untyped<T>(LambdaExpression typed)
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
        var body = Expression.Block(typeof(T), _program.Inputs, [.. assignments, typed.Body]);
        return Expression.Lambda<Func<object?[], T>>(body, values).Compile();
    }

    private static bool SaysWhyNot(BoundRule rule) =>
        rule.Source.ErrorMessage is not null || rule.OnFailure is not null || rule.Children.Any(SaysWhyNot);
}
