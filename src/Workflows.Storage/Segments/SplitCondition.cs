using System.Linq.Expressions;
using Workflows.Marketing.Segments;

namespace Workflows.Storage.Segments;

/// <summary>
/// Splits a condition along its ands, ors and nots: what has a translation goes into the query, for the rest the query
/// keeps the contacts about whom it cannot tell.
/// </summary>
internal sealed class SplitCondition
{
    private readonly RowTranslator _translator;
    private readonly Dictionary<ParameterExpression, Expression> _variables = [];
    private readonly Dictionary<ParameterExpression, Known> _conditions = [];
    private readonly List<PlanPart> _parts = [];

    private SplitCondition(RowTranslator translator) => _translator = translator;

    /// <summary>Splits a condition.</summary>
    /// <returns>What every contact that is wanted fulfils, and the parts; with a reason in none of them it is all there is to fulfil.</returns>
    public static (Expression Filter, IReadOnlyList<PlanPart> Parts) Of(Expression condition, RowTranslator translator)
    {
        var split = new SplitCondition(translator);
        var filter = split.Split(condition).Bounds.MayBeTrue;
        return (filter, [.. split._parts.Distinct()]);
    }

    private Known Split(Expression node) =>
        node switch
        {
            BinaryExpression { NodeType: ExpressionType.AndAlso, Type: var type } both when type == typeof(bool) =>
                Join(Split(both.Left), Split(both.Right), Term.And, Bounds.And),
            BinaryExpression { NodeType: ExpressionType.OrElse, Type: var type } both when type == typeof(bool) => Join(
                Split(both.Left),
                Split(both.Right),
                Term.Or,
                Bounds.Or
            ),
            UnaryExpression { NodeType: ExpressionType.Not, Type: var type } not when type == typeof(bool) => Negated(
                Split(not.Operand)
            ),
            TryExpression { Handlers: [{ Body: ConstantExpression { Value: false } }] } attempt => Caught(
                Split(attempt.Body)
            ),
            BlockExpression block => Block(block),
            ParameterExpression variable when _conditions.TryGetValue(variable, out var known) => known,
            _ => Leaf(node),
        };

    private static Known Join(
        Known left,
        Known right,
        Func<Term, Term, Term> exact,
        Func<Bounds, Bounds, Bounds> known
    ) =>
        left.Term is { } first && right.Term is { } second
            ? new Known(exact(first, second))
            : new Known(null, known(left.Bounds, right.Bounds));

    private static Known Negated(Known operand) =>
        operand.Term is { } term
            ? new Known(term with { Value = Logic.Not(term.Value) })
            : new Known(null, operand.Bounds.Not());

    private static Known Caught(Known body) =>
        body.Term is { } term ? new Known(Term.Condition(term.Holds)) : new Known(null, body.Bounds.Caught());

    private Known Block(BlockExpression block)
    {
        Expression works = Logic.True;
        var isExact = true;
        foreach (var assignment in block.Expressions.SkipLast(1).Cast<BinaryExpression>())
        {
            var known = Param((ParameterExpression)assignment.Left, assignment.Right);
            isExact &= known is not null;
            works = known is null ? works : Logic.And(works, Logic.Not(known.Fails));
        }

        var body = Split(block.Expressions[^1]);
        return isExact && body.Term is { } term
            ? new Known(Term.Condition(term.Value, Logic.Or(Logic.Not(works), term.Fails)))
            : new Known(null, body.Bounds.Within(works, isExact ? works : Logic.False));
    }

    /// <summary>Learns a parameter; one that is a condition is split like any other.</summary>
    private Term? Param(ParameterExpression variable, Expression value)
    {
        Term? term;
        if (variable.Type == typeof(bool))
        {
            var known = Split(value);
            term = known.Term;
            // It was worked out where its block began; where it is used it cannot fail any more.
            _conditions[variable] = term is null ? known : new Known(term with { Fails = Logic.False });
        }
        else
        {
            (term, var reason) = Try(value);
            if (reason is not null)
            {
                _parts.Add(new PlanPart(ConditionText.Of(value, _variables), reason));
            }
        }

        _variables[variable] = value;
        _translator.Remember(variable, value, term);
        return term;
    }

    private Known Leaf(Expression node)
    {
        var (term, reason) = Try(node);
        if (node is not ConstantExpression)
        {
            _parts.Add(new PlanPart(ConditionText.Of(node, _variables), reason));
        }

        return new Known(term, term is null ? Bounds.Unknown : null);
    }

    private (Term? Term, PlanReason? Reason) Try(Expression node)
    {
        try
        {
            return (_translator.Translate(node), null);
        }
        catch (DeclinedException declined)
        {
            return (null, declined.Reason);
        }
    }

    private sealed record Known(Term? Term, Bounds? Limits = null)
    {
        public Bounds Bounds => Limits ?? Segments.Bounds.Of(Term!);
    }
}
