using Workflows.Rules.Analysis;

namespace Workflows.Rules.Comparison;

/// <summary>What changed from one version of a rule set to another.</summary>
/// <param name="Changes">The changes, parameters first, then rule by rule; formatting is none.</param>
/// <param name="Movements">For whom another rule decides; empty where nobody is concerned or it is not known.</param>
/// <param name="NotAnalysed">Why movements are not, or not all, known; empty when they are.</param>
/// <param name="Renamed">Rules that have another name, from the old name to the new one.</param>
public sealed record RuleSetComparison(
    IReadOnlyList<RuleChange> Changes,
    IReadOnlyList<Movement> Movements,
    IReadOnlyList<Wording> NotAnalysed,
    IReadOnlyDictionary<string, string> Renamed
)
{
    /// <summary>Whether both versions give the same answers as far as their texts tell; rewording is no change.</summary>
    public bool IsSame => Changes.All(change => change.Kind == ChangeKind.Reworded);
}
