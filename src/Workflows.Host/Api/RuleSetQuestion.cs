using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Rules.Catalog;

namespace Workflows.Host.Api;

/// <summary>A request that asks a published rule set, or what to answer where it cannot be asked.</summary>
internal sealed record RuleSetQuestion(
    PublishedRuleSet? RuleSet,
    IReadOnlyList<RuleInput> Inputs,
    ProblemHttpResult? Problem
);
