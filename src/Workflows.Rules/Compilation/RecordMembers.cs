using System.Linq.Dynamic.Core;
using System.Linq.Expressions;

namespace Workflows.Rules.Compilation;

/// <summary>
/// Of a record that was made of a dictionary any member can be read; one that it does not have is null. The parser finds
/// out at run time whether it is there, this does so now, for the inputs themselves.
/// </summary>
internal sealed class RecordMembers(IReadOnlyList<ParameterExpression> inputs) : ExpressionVisitor
{
    public LambdaExpression Settle(LambdaExpression lambda) => Expression.Lambda(Visit(lambda.Body), lambda.Parameters);

    protected override Expression VisitConditional(ConditionalExpression node) =>
        node.Test is BinaryExpression { NodeType: ExpressionType.Equal, Left: MethodCallExpression { } test }
        && test
            is {
                Method.Name: nameof(DynamicClass.ContainsProperty),
                Arguments: [ConstantExpression { Value: string name }]
            }
        && test.Object is ParameterExpression input
        && inputs.Contains(input)
        && typeof(DynamicClass).IsAssignableFrom(input.Type)
        && node.IfFalse is ConstantExpression { Value: null } nothing
            ? Member(input, name, nothing)
            : base.VisitConditional(node);

    private static Expression Member(ParameterExpression input, string name, ConstantExpression nothing) =>
        input.Type.GetProperty(name) is { } member
            ? Expression.Convert(Expression.Property(input, member), nothing.Type)
            : nothing;
}
