using System.Collections;
using System.Linq.Expressions;

namespace Workflows.Rules.Binding;

/// <summary>
/// Estimates how long the texts and lists of an expression can get. The compiled program measures texts while it runs;
/// Microsoft's engine does not, so an expression that could build a value of any size must not reach it.
/// </summary>
internal sealed class ValueGrowth(long most) : ExpressionVisitor
{
    // What a text or a list from an input is taken to be at most.
    private const long Input = 1_000;
    private const long Joined = 100;
    private const long FormattedValue = 200;

    private readonly Dictionary<ParameterExpression, long> _params = [];
    private readonly Dictionary<Expression, long> _known = new(ReferenceEqualityComparer.Instance);
    private string? _offender;
    private int _functions;

    // What a function builds is built for each element.
    private long Most => _functions == 0 ? most : most / Joined;

    /// <summary>The name of a call that could build too long a value; null when there is none.</summary>
    public string? Offender(Expression expression)
    {
        _offender = null;
        _functions = 0;
        _known.Clear();
        Visit(expression);
        return _offender;
    }

    /// <summary>Remembers how long the value of a parameter can get.</summary>
    public void Remember(ParameterExpression param, Expression value) => _params[param] = LengthOf(value);

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        var isList = typeof(IEnumerable).IsAssignableFrom(node.Type) && node.Type != typeof(string);
        if (LengthOf(node) > (isList ? most : Most))
        {
            _offender ??= node.Method.Name;
        }

        return base.VisitMethodCall(node);
    }

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        _functions++;
        var visited = base.VisitLambda(node);
        _functions--;
        return visited;
    }

    private long LengthOf(Expression node) =>
        node switch
        {
            ConstantExpression { Value: string text } => text.Length,
            ParameterExpression param => _params.GetValueOrDefault(param, Input),
            ConditionalExpression choice => Math.Max(LengthOf(choice.IfTrue), LengthOf(choice.IfFalse)),
            BinaryExpression { NodeType: ExpressionType.Add or ExpressionType.Coalesce } both => Sum(
                both.Left,
                both.Right
            ),
            UnaryExpression { Operand: { } operand } => LengthOf(operand),
            NewExpression record => Sum([.. record.Arguments]),
            MemberInitExpression record => Sum([
                .. record.Bindings.OfType<MemberAssignment>().Select(part => part.Expression),
            ]),
            BlockExpression block => LengthOf(block.Result),
            LambdaExpression function => LengthOf(function.Body),
            MethodCallExpression call when _known.TryGetValue(call, out var length) => length,
            MethodCallExpression call => _known[call] = LengthOf(call),
            _ => Input,
        };

    // The names are those of string's and Enumerable's methods; the arguments' order is that of the notation's own
    // stand-ins for them.
    private long LengthOf(MethodCallExpression call)
    {
        Expression[] parts = call.Object is null ? [.. call.Arguments] : [call.Object, .. call.Arguments];
        var source = parts.Length == 0 ? Input : LengthOf(parts[0]);
        foreach (var param in parts.OfType<LambdaExpression>().SelectMany(function => function.Parameters))
        {
            _params[param] = source;
        }

        return call.Method.Name switch
        {
            "PadLeft" or "PadRight" when parts[1] is ConstantExpression { Value: int width } => Math.Max(source, width),
            "PadLeft" or "PadRight" => long.MaxValue,
            "Replace" => Product(source, Factor(parts[1], parts[2])),
            "Concat" when parts.Length > 1 => Sum(parts),
            "Insert" => Sum(parts[0], parts[2]),
            "Join" => Product(Sum(parts[0], parts[1]), Joined),
            "Format" or "ToString" => Math.Max(FormattedValue, source),
            "Select" => LengthOf(parts[1]),
            _ => parts.Length == 0 ? Input : parts.Max(LengthOf),
        };
    }

    private long Factor(Expression old, Expression with)
    {
        var least = old is ConstantExpression { Value: string { Length: > 0 } text } ? text.Length : 1;
        return Math.Max(1, (LengthOf(with) + least - 1) / least);
    }

    private long Sum(params Expression[] parts) =>
        parts.Aggregate(
            0L,
            (sum, part) => Math.Min(long.MaxValue / 2, sum + Math.Min(long.MaxValue / 4, LengthOf(part)))
        );

    private static long Product(long length, long factor) =>
        length > long.MaxValue / factor ? long.MaxValue : length * factor;
}
