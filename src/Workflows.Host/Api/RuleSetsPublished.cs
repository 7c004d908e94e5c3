using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Catalog;

namespace Workflows.Host.Api;

/// <summary>The answer to a publication of rule sets.</summary>
/// <param name="RuleSets">The versions that are published now; an unchanged rule set keeps its version.</param>
/// <param name="Diagnostics">Warnings.</param>
internal sealed record RuleSetsPublished(
    IReadOnlyList<PublishedVersion> RuleSets,
    IReadOnlyList<DiagnosticBody> Diagnostics
)
{
    public static RuleSetsPublished From(RuleSetPublication publication, Language language) =>
        new(
            [.. publication.RuleSets!.Select(ruleSet => new PublishedVersion(ruleSet.Name, ruleSet.Version))],
            [.. publication.Diagnostics.Select(found => DiagnosticBody.From(found).In(language))]
        );
}
