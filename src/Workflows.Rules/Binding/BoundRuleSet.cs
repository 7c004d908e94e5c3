using System.Linq.Expressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Model;

namespace Workflows.Rules.Binding;

/// <summary>A rule set whose expressions were parsed against the types of its inputs.</summary>
/// <param name="Source">The rule set as its author wrote it.</param>
/// <param name="Inputs">The inputs, as every expression of the set refers to them.</param>
/// <param name="Params">The global parameters.</param>
/// <param name="Rules">The enabled rules, included ones last.</param>
/// <param name="Diagnostics">Every mistake in every expression; with an error among them the rest is incomplete.</param>
internal sealed record BoundRuleSet(
    RuleSet Source,
    IReadOnlyList<ParameterExpression> Inputs,
    IReadOnlyList<BoundParam> Params,
    IReadOnlyList<BoundRule> Rules,
    IReadOnlyList<Diagnostic> Diagnostics
)
{
    /// <summary>The same rule set with every expression changed.</summary>
    public BoundRuleSet With(Func<LambdaExpression, LambdaExpression> change) =>
        this with
        {
            Params = [.. Params.Select(param => param.With(change))],
            Rules = [.. Rules.Select(rule => rule.With(change))],
        };
}
