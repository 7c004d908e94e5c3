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
);
