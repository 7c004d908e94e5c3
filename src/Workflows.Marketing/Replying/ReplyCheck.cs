using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Journeys.Checks;
using Workflows.Rules.Catalog;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Replying;

/// <summary>What has to hold for blocks that answer: their model exists and has what it needs, an answer is said, and a person answers where the model does not.</summary>
/// <param name="repliers">The models; null where those of plug-ins are not known, and then not checked.</param>
/// <param name="ruleSets">The published rule sets.</param>
public sealed class ReplyCheck(ReplierSet? repliers, RuleSetCatalog ruleSets) : IDefinitionCheck
{
    private const string BlockType = "Marketing.AutoReply";

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(
        WorkflowGraph graph,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(graph);
        var map = new JourneyMap(graph);
        List<Diagnostic> found = [];
        foreach (var block in map.Blocks.Where(block => block.Is(BlockType)))
        {
            found.AddRange(await OfModelAsync(block, cancellationToken));
            found.AddRange(OfWays(block, map));
        }

        return found;
    }

    private async Task<IReadOnlyList<Diagnostic>> OfModelAsync(
        JourneyActivity block,
        CancellationToken cancellationToken
    )
    {
        // What is worked out at run time is not known.
        var model = block.IsGiven("model") ? block.Literal("model") : PhraseReplier.ModelName;
        if (model is { Length: > 0 } && repliers is not null && repliers.Find(model) is null)
        {
            return
            [
                Found(
                    ReplyCodes.UnknownModel,
                    $"There is no model '{model}' that answers.",
                    $"There are {string.Join(", ", repliers.Names)}; a plug-in may bring others.",
                    block
                ),
            ];
        }

        return model is RuleReplier.ModelName && await MissingAsync(block, cancellationToken) is { } ruleSet
            ?
            [
                Found(
                    JourneyCodes.RuleSetMissing,
                    $"No rule set named '{ruleSet}' is published.",
                    "Publish the rule set first, or choose another one.",
                    block
                ),
            ]
            : [];
    }

    private static IEnumerable<Diagnostic> OfWays(JourneyActivity block, JourneyMap map)
    {
        if (block.ConnectedOutcomes is not { } drawn)
        {
            yield break;
        }

        if (!drawn.Contains(AutoReply.HandOver))
        {
            yield return Found(
                ReplyCodes.NobodyAnswers,
                "Where the model is not sure, nobody answers the customer.",
                "Lead HandOver to a block that tells a person, for example Staff task or Session to work order.",
                block
            );
        }

        if (!map.AfterUntil(block, AutoReply.Answered, next => next.Sends).Any(next => next.Sends))
        {
            yield return Found(
                ReplyCodes.NotSaid,
                "No block says the answer that was found.",
                "Lead Answered to a block that sends, with the output Content as its content.",
                block
            ) with
            {
                Severity = DiagnosticSeverity.Warning,
            };
        }
    }

    private async Task<string?> MissingAsync(JourneyActivity block, CancellationToken cancellationToken)
    {
        var name = block.IsGiven("ruleSet") ? block.Literal("ruleSet") : RuleReplier.UsualRuleSet;
        return name is not null && await ruleSets.NewestAsync(name, cancellationToken) is null ? name : null;
    }

    private static Diagnostic Found(string code, string message, string remedy, JourneyActivity block) =>
        new(code, message, block.Id, Remedy: remedy) { Source = "S4-48" };
}
