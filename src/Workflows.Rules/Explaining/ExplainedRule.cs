using Workflows.Rules.Binding;

namespace Workflows.Rules.Explaining;

/// <summary>A rule that can be explained.</summary>
internal sealed record ExplainedRule(
    BoundRule Rule,
    IReadOnlyList<ExplainedParam> Params,
    Part? Condition,
    IReadOnlyList<ExplainedRule> Children,
    Part? Output
);
