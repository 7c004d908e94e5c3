using System.Linq.Expressions;
using Workflows.Rules.Model;

namespace Workflows.Rules.Binding;

/// <summary>An action with its checked expression; an action that asks another rule has none of its own.</summary>
internal sealed record BoundAction(RuleAction Source, LambdaExpression? Output)
{
    public BoundAction With(Func<LambdaExpression, LambdaExpression> change) =>
        this with
        {
            Output = Output is null ? null : change(Output),
        };
}
