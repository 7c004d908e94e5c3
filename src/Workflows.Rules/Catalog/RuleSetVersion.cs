using Workflows.Rules.Model;

namespace Workflows.Rules.Catalog;

/// <summary>One published version of a rule set; never changed afterwards.</summary>
/// <param name="Name">The rule set's name.</param>
/// <param name="Version">1 for the first publication, then counting up.</param>
/// <param name="Json">The document as it was published.</param>
/// <param name="PublishedAt">The instant of publication.</param>
public sealed record RuleSetVersion(string Name, int Version, string Json, DateTimeOffset PublishedAt)
{
    /// <summary>When the version is in force.</summary>
    public RulePeriod Period { get; init; }
}
