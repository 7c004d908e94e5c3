using System.Collections;
using System.Diagnostics;
using System.Linq.Expressions;
using Workflows.Expressions.Syntax;
using Linq = System.Linq.Expressions.Expression;

namespace Workflows.Expressions.NCalc.Delegates;

/// <summary>
/// Turns a formula's tree into an expression tree of .NET with static types: what C# would make of it, not what a formula over
/// values by name answers. <c>7 / 2</c> is 3 here.
/// </summary>
/// <param name="dialect">Options that matter: comparers, overflow, decimals, truth values in arithmetic, names of functions.</param>
/// <param name="context">The object whose members are the parameters, or null.</param>
/// <param name="parameters">What gives a parameter its tree.</param>
/// <param name="pattern">What <c>like</c> matches with.</param>
internal sealed class DelegateBuilder(
    NCalcDialect dialect,
    ParameterExpression? context,
    Func<Node.Parameter, Linq> parameters,
    LikePattern pattern
)
{
    private readonly DelegateOperators _operators = new(dialect);
    private readonly DelegateFunctions _functions = new(dialect);

    public Linq Build(Node node) =>
        node switch
        {
            Node.Literal literal => Linq.Constant(literal.Value),
            Node.Parameter parameter => parameters(parameter),
            Node.Unary unary => BuildUnary(unary.Operator, Build(unary.Operand)),
            Node.Binary binary => BuildBinary(binary.Operator, Build(binary.Left), Build(binary.Right)),
            Node.Conditional conditional => Linq.Condition(
                Build(conditional.Test),
                Build(conditional.Then),
                Build(conditional.Else)
            ),
            Node.Call call => BuildCall(call.Name, [.. call.Arguments.Select(Build)]),
            Node.Items items => Linq.NewArrayInit(
                typeof(object),
                items.Elements.Select(element => Linq.Convert(Build(element), typeof(object)))
            ),
            _ => throw new UnreachableException(),
        };

    private static UnaryExpression BuildUnary(UnaryOperator operation, Linq operand) =>
        operation switch
        {
            UnaryOperator.Not or UnaryOperator.BitwiseNot => Linq.Not(operand),
            UnaryOperator.Negate => Linq.Negate(operand),
            _ => throw new ArgumentOutOfRangeException(nameof(operation), "A delegate knows no factorial."),
        };

    private Linq BuildBinary(BinaryOperator operation, Linq left, Linq right) =>
        operation switch
        {
            BinaryOperator.And => Linq.AndAlso(left, right),
            BinaryOperator.Or => Linq.OrElse(left, right),
            BinaryOperator.Coalesce => Linq.Coalesce(left, right),
            BinaryOperator.BitwiseAnd => Linq.And(left, right),
            BinaryOperator.BitwiseOr => Linq.Or(left, right),
            BinaryOperator.BitwiseXor => Linq.ExclusiveOr(left, right),
            BinaryOperator.LeftShift => Linq.LeftShift(left, right),
            BinaryOperator.RightShift => Linq.RightShift(left, right),
            BinaryOperator.Power => Linq.Power(left, right),
            BinaryOperator.In => BuildIn(left, right),
            BinaryOperator.NotIn => Linq.Not(BuildIn(left, right)),
            BinaryOperator.Like => BuildLike(left, right),
            BinaryOperator.NotLike => Linq.Not(BuildLike(left, right)),
            _ => _operators.Build(operation, left, right),
        };

    // A method of the context goes before a built-in function: the host put it there.
    private Linq BuildCall(string name, Linq[] arguments) =>
        (context is null ? null : ContextMethods.TryCall(context, name, arguments))
        ?? _functions.Build(name, arguments);

    private Linq BuildIn(Linq left, Linq items)
    {
        if (!items.Type.IsAssignableTo(typeof(IEnumerable)))
        {
            return Linq.Constant(value: false);
        }

        object? comparer = left.Type == typeof(string) ? dialect.TextComparer : null;
        return Linq.Call(
            typeof(DelegateBuilder),
            nameof(Contains),
            [left.Type],
            Linq.Convert(items, typeof(IEnumerable)),
            left,
            Linq.Constant(comparer, typeof(IEqualityComparer<>).MakeGenericType(left.Type))
        );
    }

    private MethodCallExpression BuildLike(Linq left, Linq right) =>
        Linq.Call(
            Linq.Constant(new Func<string?, string?, bool>(IsLike)),
            nameof(Func<>.Invoke),
            typeArguments: null,
            Linq.Convert(left, typeof(string)),
            Linq.Convert(right, typeof(string))
        );

    private bool IsLike(string? text, string? like) =>
        text is not null && like is not null && pattern.Matches(text, like);

    private static bool Contains<T>(IEnumerable items, T value, IEqualityComparer<T>? comparer) =>
        items.Cast<T>().Contains(value, comparer);
}
