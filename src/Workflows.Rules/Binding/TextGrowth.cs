using System.Linq.Expressions;

namespace Workflows.Rules.Binding;

/// <summary>
/// Estimates how long the texts of an expression can get. The compiled program measures them while it runs; Microsoft's
/// engine does not, so an expression that could build a text of any size must not reach it.
/// </summary>
internal sealed class TextGrowth : ExpressionVisitor
{
    /// <summary>The longest text an expression may build, in UTF-16 units.</summary>
    public const long Most = 1_000_000;

    // What a text from an input is taken to be at most.
    private const long Input = 1_000;
    private const long FormattedValue = 200;

    private readonly Dictionary<ParameterExpression, long> _params = [];
    private string? _offender;

    /// <summary>The name of a call that could build a longer text than <see cref="Most"/>; null when there is none.</summary>
    public string? Offender(Expression expression)
    {
        _offender = null;
        Visit(expression);
        return _offender;
    }

    /// <summary>Remembers how long the value of a parameter can get.</summary>
    public void Remember(ParameterExpression param, Expression value) => _params[param] = LengthOf(value);

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Type == typeof(string) && LengthOf(node) > Most)
        {
            _offender ??= node.Method.Name;
        }

        return base.VisitMethodCall(node);
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
            MethodCallExpression call => LengthOf(call),
            _ => Input,
        };

    // The names are those of string's methods; the arguments' order is that of the notation's own stand-ins for them.
    private long LengthOf(MethodCallExpression call)
    {
        Expression[] parts = call.Object is null ? [.. call.Arguments] : [call.Object, .. call.Arguments];
        return call.Method.Name switch
        {
            "PadLeft" or "PadRight" when parts[1] is ConstantExpression { Value: int width } => Math.Max(
                LengthOf(parts[0]),
                width
            ),
            "PadLeft" or "PadRight" => long.MaxValue,
            "Replace" => Product(LengthOf(parts[0]), Factor(parts[1], parts[2])),
            "Concat" => Sum(parts),
            "Format" or "ToString" => FormattedValue,
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
