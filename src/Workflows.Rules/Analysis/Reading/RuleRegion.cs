using Workflows.Rules.Analysis.Regions;
using Workflows.Rules.Binding;

namespace Workflows.Rules.Analysis.Reading;

/// <summary>For which contacts a rule holds.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Holds">Contains every contact for which it holds.</param>
/// <param name="NotAnalysed">What was not understood; empty exactly when the region is exact.</param>
internal sealed record RuleRegion(BoundRule Rule, Region Holds, IReadOnlyList<Wording> NotAnalysed)
{
    public string Name => Rule.Source.Name;

    public bool IsExact => NotAnalysed.Count == 0;
}
