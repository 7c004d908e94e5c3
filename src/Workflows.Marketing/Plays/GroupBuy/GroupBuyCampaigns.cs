using Workflows.Marketing.Contacts;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>The campaigns of the published journeys.</summary>
/// <param name="triggers">The ways into published workflows.</param>
public sealed class GroupBuyCampaigns(TriggerIndex triggers)
{
    private static readonly Guid Opened = new Stimulus(ContactStimulus.Name, GroupBuyEvents.Opened).Hash;

    /// <summary>The plan of a campaign; null where no published journey has one of this name.</summary>
    public GroupBuyPlan? Find(string campaign) =>
        triggers
            .Find(Opened)
            .OrderBy(entry => entry.Graph.DefinitionId, StringComparer.Ordinal)
            .Select(entry =>
                entry.Trigger is GroupBuyCampaign block ? block.Read(new TriggerIndexingContext(entry.Graph)) : null
            )
            .FirstOrDefault(plan => plan is not null && plan.Campaign.Equals(campaign, StringComparison.Ordinal));
}
