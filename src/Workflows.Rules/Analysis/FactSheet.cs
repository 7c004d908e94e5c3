using Workflows.Rules.Analysis.Reading;
using Workflows.Rules.Analysis.Regions;
using Workflows.Rules.Model;

namespace Workflows.Rules.Analysis;

/// <summary>Facts about all contacts, as rules that hold for every one of them.</summary>
internal static class FactSheet
{
    public static RuleSet Of(IReadOnlyList<string> facts) =>
        new()
        {
            Name = "facts",
            Rules = [.. facts.Select((fact, index) => new Rule { Name = $"fact {index + 1}", Expression = fact })],
        };

    /// <summary>All contacts there can be; a fact that is not understood excludes nobody.</summary>
    public static Region Possible(RuleRegions facts)
    {
        try
        {
            return facts.Rules.Aggregate(Region.Everything, (all, fact) => all.Intersect(fact.Holds));
        }
        catch (TooManyBoxesException)
        {
            return Region.Everything;
        }
    }
}
