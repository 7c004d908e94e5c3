using System.Linq.Expressions;

namespace Workflows.Storage.Segments;

/// <summary>Puts an expression in place of a function's parameter.</summary>
internal sealed class Substitution : ExpressionVisitor
{
    private readonly ParameterExpression _parameter;
    private readonly Expression _value;

    private Substitution(ParameterExpression parameter, Expression value) => (_parameter, _value) = (parameter, value);

    /// <summary>The function's body with its one parameter replaced.</summary>
    public static Expression In(LambdaExpression function, Expression value) =>
        new Substitution(function.Parameters[0], value).Visit(function.Body);

    protected override Expression VisitParameter(ParameterExpression node) => node == _parameter ? _value : node;
}
