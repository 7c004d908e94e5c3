using System.Linq.Expressions;

namespace Workflows.Rules.Binding;

/// <summary>A parameter with its checked value; conditions refer to the variable.</summary>
internal sealed record BoundParam(ParameterExpression Variable, LambdaExpression Value)
{
    public BoundParam With(Func<LambdaExpression, LambdaExpression> change) => this with { Value = change(Value) };
}
