using System.Linq.Expressions;
using Workflows.Rules.Analysis.Regions;

namespace Workflows.Rules.Analysis.Reading;

/// <summary>Reads conditions as regions of contacts. What it does not understand it says, and takes for possible both ways.</summary>
internal sealed class Conditions
{
    private readonly IReadOnlyDictionary<ParameterExpression, Expression> _parameters;
    private readonly Constants _constants;
    private readonly Fields _fields;
    private readonly Comparisons _comparisons;
    private readonly Dictionary<ParameterExpression, Truth> _known = [];

    /// <param name="space">Receives the dimensions.</param>
    /// <param name="parameters">The parameters of the rule set, with their values.</param>
    public Conditions(Space space, IReadOnlyDictionary<ParameterExpression, Expression> parameters)
    {
        _parameters = parameters;
        _constants = new Constants(parameters);
        _fields = new Fields(parameters);
        Terms = new Terms(parameters, _constants, _fields);
        _comparisons = new Comparisons(space, _constants, _fields, Terms);
    }

    public Terms Terms { get; }

    /// <summary>The line that a condition draws between values; null when it is no comparison with an order.</summary>
    public Line? LineOf(Expression condition) =>
        condition is BinaryExpression comparison ? _comparisons.LineOf(comparison) : null;

    /// <summary>The single conditions that a condition is made of, those of parameters included, each once.</summary>
    public IReadOnlyList<Expression> Parts(Expression condition)
    {
        var parts = new List<Expression>();
        Collect(condition, parts, []);
        return parts;
    }

    /// <summary>Where a condition holds and where it does not.</summary>
    public Truth Read(Expression condition)
    {
        if (_constants.Find(condition) is { Value: bool constant })
        {
            return Truth.Of(constant);
        }

        return condition switch
        {
            UnaryExpression { NodeType: ExpressionType.Not } not => Read(not.Operand).Not(),
            BinaryExpression { NodeType: ExpressionType.AndAlso } both => Read(both.Left).And(Read(both.Right)),
            BinaryExpression { NodeType: ExpressionType.OrElse } either => Read(either.Left).Or(Read(either.Right)),
            BinaryExpression { NodeType: ExpressionType.Equal } same when IsFlag(same) => Same(same),
            BinaryExpression { NodeType: ExpressionType.NotEqual } same when IsFlag(same) => Same(same).Not(),
            BinaryExpression comparison => _comparisons.Read(comparison),
            ConditionalExpression choice => Choice(choice),
            ParameterExpression parameter when _parameters.ContainsKey(parameter) => Read(parameter),
            MethodCallExpression call => _comparisons.Read(call),
            _ when _fields.Find(condition) is { } flag => _comparisons.Flag(flag, value: true),
            MemberExpression { Expression: { } owner, Member.Name: nameof(Nullable<int>.HasValue) } => _comparisons
                .IsNull(owner)
                .Not(),
            _ => Truth.Unknown(Reasons.NotUnderstood(condition)),
        };
    }

    /// <summary>Whether working out a parameter never fails, for all we know.</summary>
    public bool IsSafe(Expression value)
    {
        if (_constants.Find(value) is not null || _fields.Find(value) is not null)
        {
            return true;
        }

        if (value.Type != typeof(bool))
        {
            return Terms.Find(value) is { FailsOnNull: false };
        }

        var truth = Read(value);
        return truth.IsExact && Region.Everything.Subtract(truth.True.Union(truth.False)).IsNothing;
    }

    private Truth Read(ParameterExpression parameter)
    {
        if (!_known.TryGetValue(parameter, out var truth))
        {
            truth = Read(_parameters[parameter]);
            _known[parameter] = truth;
        }

        return truth;
    }

    // A field compared with true is a dimension of its own; two conditions compared are both or neither.
    private static bool IsFlag(BinaryExpression same) =>
        same.Left.Type == typeof(bool) && same.Right.Type == typeof(bool);

    private Truth Same(BinaryExpression same)
    {
        var (left, right) = (Read(same.Left), Read(same.Right));
        return left.And(right).Or(left.Not().And(right.Not()));
    }

    private Truth Choice(ConditionalExpression choice)
    {
        var test = Read(choice.Test);
        return test.And(Read(choice.IfTrue)).Or(test.Not().And(Read(choice.IfFalse)));
    }

    private void Collect(Expression condition, List<Expression> parts, HashSet<ParameterExpression> seen)
    {
        switch (condition)
        {
            case UnaryExpression { NodeType: ExpressionType.Not } not:
                Collect(not.Operand, parts, seen);
                break;
            case BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.OrElse } both:
                Collect(both.Left, parts, seen);
                Collect(both.Right, parts, seen);
                break;
            case ConditionalExpression choice:
                Collect(choice.Test, parts, seen);
                Collect(choice.IfTrue, parts, seen);
                Collect(choice.IfFalse, parts, seen);
                break;
            case ParameterExpression parameter when _parameters.TryGetValue(parameter, out var value):
                if (seen.Add(parameter))
                {
                    Collect(value, parts, seen);
                }

                break;
            case ConstantExpression:
                break;
            default:
                parts.Add(condition);
                break;
        }
    }
}
