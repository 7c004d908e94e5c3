using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Calendars.Blocks;
using Workflows.Marketing.Converting;
using Workflows.Marketing.Plays.GroupBuy;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Journeys.Checks;

/// <summary>What a journey has against those that are published beside it: the same offer is told otherwise there (S2-53), the same group-buy is theirs, or nobody closes the groups it opens (S4-40).</summary>
/// <param name="published">The published journeys.</param>
public sealed class NeighbourCheck(TriggerIndex published) : IDefinitionCheck
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(WorkflowGraph graph, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var others = published
            .Graphs.Where(other => !other.DefinitionId.Equals(graph.DefinitionId, StringComparison.Ordinal))
            .OrderBy(other => other.DefinitionId, StringComparer.Ordinal)
            .ToList();
        return ValueTask.FromResult<IReadOnlyList<Diagnostic>>([
            .. Offers(graph, others),
            .. Campaigns(graph, others),
            .. Openings(graph, others),
        ]);
    }

    private static IEnumerable<Diagnostic> Offers(WorkflowGraph graph, List<WorkflowGraph> others) =>
        from offer in OffersOf(graph)
        from other in others
        from theirs in OffersOf(other)
        where NumberOf(offer).Equals(NumberOf(theirs), StringComparison.Ordinal)
        from what in OfferCheck.Differences(theirs, offer)
        select new Diagnostic(
            PlayCodes.OneOffer,
            $"The offer '{NumberOf(offer)}' says another {what} than in the published journey '{NameOf(other)}'.",
            offer.Id,
            Remedy: "Let both journeys say the same, or give the offer a number of its own."
        )
        {
            Source = "S2-53",
        };

    private static IEnumerable<JourneyActivity> OffersOf(WorkflowGraph graph) =>
        JourneyActivity
            .All(graph)
            .Where(block => block.Is(OfferCheck.OfferType) && NumberOf(block).Length > 0)
            .DistinctBy(NumberOf, StringComparer.Ordinal);

    private static string NumberOf(JourneyActivity offer) => offer.Literal("offerId") ?? "";

    private static IEnumerable<Diagnostic> Campaigns(WorkflowGraph graph, List<WorkflowGraph> others) =>
        from campaign in CampaignsOf(graph)
        from other in others
        where CampaignsOf(other).Any(theirs => theirs.Name.Equals(campaign.Name, StringComparison.Ordinal))
        select new Diagnostic(
            GroupBuyCodes.SameCampaign,
            $"The group-buy '{campaign.Name}' is that of the published journey '{NameOf(other)}', too: its teams would be told twice.",
            campaign.Block,
            Remedy: "Give the campaign another name, or retract the other journey first."
        )
        {
            Source = "S2-28",
        };

    private static IEnumerable<(string Block, string Name)> CampaignsOf(WorkflowGraph graph) =>
        graph
            .Nodes.Select(node => node.Activity)
            .OfType<GroupBuyCampaign>()
            .Select(block => (block.Id, block.Read(new TriggerIndexingContext(graph)).Campaign))
            .Where(one => one.Campaign.Length > 0);

    private static IEnumerable<Diagnostic> Openings(WorkflowGraph graph, List<WorkflowGraph> others) =>
        others.Append(graph).Any(one => one.Nodes.Any(node => node.Activity is GroupEnds))
            ? []
            : graph
                .Nodes.Where(node => node.Activity is OpenFlashGroup)
                .Select(node => new Diagnostic(
                    PlayCodes.EndlessGroup,
                    "The group gets an end, and no journey begins when it comes: nobody hands its members over.",
                    node.Activity.Id,
                    Remedy: "Begin this journey or another one with Group ends, and close or hand over the group there.",
                    Severity: DiagnosticSeverity.Warning
                )
                {
                    Source = "S4-40",
                });

    private static string NameOf(WorkflowGraph graph) =>
        graph.Definition.Name is { Length: > 0 } name ? name : graph.DefinitionId;
}
