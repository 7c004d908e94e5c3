using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Recommending;

/// <summary>What has to hold for blocks that recommend: their model exists, and has what it needs.</summary>
/// <param name="recommenders">The models; null where those of plug-ins are not known, and then not checked.</param>
/// <param name="ruleSets">The published rule sets.</param>
public sealed class RecommendCheck(RecommenderSet? recommenders, RuleSetCatalog ruleSets) : IDefinitionCheck
{
    /// <summary>The block that recommends.</summary>
    internal const string BlockType = "Marketing.Recommend";

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(
        WorkflowGraph graph,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(graph);
        List<Diagnostic> found = [];
        foreach (var block in JourneyActivity.All(graph.Definition.Root).Where(block => block.Is(BlockType)))
        {
            // What is worked out at run time is not known.
            var model = ModelOf(block);
            if (model is { Length: > 0 } && recommenders is not null && recommenders.Find(model) is null)
            {
                found.Add(
                    Found(
                        RecommendCodes.UnknownModel,
                        $"There is no model '{model}'.",
                        $"There are {string.Join(", ", recommenders.Names)}; a plug-in may bring others.",
                        block
                    )
                );
            }

            if (model is ChosenRecommender.ModelName && !block.IsGiven("only"))
            {
                found.Add(
                    Found(
                        RecommendCodes.NothingChosen,
                        "A person chooses, and nothing is written down.",
                        "Fill in Only these, or choose another model.",
                        block
                    )
                );
            }

            if (await MissingAsync(block, cancellationToken) is { } ruleSet)
            {
                found.Add(
                    Found(
                        JourneyCodes.RuleSetMissing,
                        $"No rule set named '{ruleSet}' is published.",
                        "Publish the rule set first, or choose another one.",
                        block
                    )
                );
            }
        }

        return found;
    }

    /// <summary>The rule set that a block which recommends asks, where that is written down; null where it asks none.</summary>
    internal static string? RuleSetOf(JourneyActivity block) =>
        ModelOf(block) is not RuleRecommender.ModelName ? null
        : block.IsGiven("ruleSet") ? block.Literal("ruleSet")
        : RuleRecommender.UsualRuleSet;

    private static string? ModelOf(JourneyActivity block) =>
        block.IsGiven("model") ? block.Literal("model") : RuleRecommender.ModelName;

    private async Task<string?> MissingAsync(JourneyActivity block, CancellationToken cancellationToken) =>
        RuleSetOf(block) is { } name && await ruleSets.NewestAsync(name, cancellationToken) is null ? name : null;

    private static Diagnostic Found(string code, string message, string remedy, JourneyActivity block) =>
        new(code, message, block.Id, Remedy: remedy) { Source = "S4-48" };
}
