using System.Linq.Expressions;
using Workflows.Rules.Model;

namespace Workflows.Rules.Binding;

/// <summary>An enabled rule with its checked expressions; a nested one has children and no condition.</summary>
internal sealed record BoundRule(
    Rule Source,
    IReadOnlyList<BoundParam> Params,
    LambdaExpression? Condition,
    IReadOnlyList<BoundRule> Children,
    BoundAction? OnSuccess,
    BoundAction? OnFailure
)
{
    /// <summary>The same rule with every expression of it and its children changed.</summary>
    public BoundRule With(Func<LambdaExpression, LambdaExpression> change) =>
        this with
        {
            Params = [.. Params.Select(param => param.With(change))],
            Condition = Condition is null ? null : change(Condition),
            Children = [.. Children.Select(child => child.With(change))],
            OnSuccess = OnSuccess?.With(change),
            OnFailure = OnFailure?.With(change),
        };
}
