using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>
/// What happens around a journey that is tried: when its contact opens a team, the team is there; when the team grows, somebody else has joined. So cases
/// play real teams, with real prices, and nobody else knows of them.
/// </summary>
internal sealed class GroupBuyRehearsal(WorkflowGraph journey, Guid contact)
{
    private const int Tenant = 1;

    private readonly MemoryGroupBuyStore _store = new();
    private int _others;

    public GroupBuyDesk Desk => new(_store, Tenant, FreeOrderSeed);

    public async ValueTask HearAsync(ContactEvent happened, CancellationToken cancellationToken)
    {
        if (happened.Type is not (GroupBuyEvents.Opened or GroupBuyEvents.Grew))
        {
            return;
        }

        var facts = EventFacts.Of(happened);
        if (!Guid.TryParse(facts["team"], out var team))
        {
            return;
        }

        if (happened.Type is GroupBuyEvents.Grew)
        {
            await Desk.JoinAsync(team, Other(happened), cancellationToken);
        }
        else if (TermsOf(facts["campaign"], facts["size"]) is { } terms)
        {
            var leader = new SeatRequest(happened.Id, contact, happened.Id, null, happened.At);
            var (opening, _) = TeamJoining.Open(team, terms, FreeOrderSeed(team), leader);
            await _store.OpenAsync(Tenant, opening!, cancellationToken);
        }
    }

    private static string FreeOrderSeed(Guid team) => FreeOrderLot.CommitmentOf($"{team:N}");

    private SeatRequest Other(ContactEvent happened) =>
        new(happened.Id, new Guid(++_others, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1), happened.Id, null, happened.At);

    // The size that the case says, or the first.
    private GroupBuyTerms? TermsOf(string campaign, string size)
    {
        var terms = journey
            .Nodes.Select(node => node.Activity)
            .OfType<GroupBuyCampaign>()
            .Select(block => block.Read(new TriggerIndexingContext(journey)))
            .Where(plan => plan.Campaign.Equals(campaign, StringComparison.Ordinal))
            .SelectMany(plan => plan.Terms)
            .ToList();
        return terms.Find(one => size.Equals($"{one.Size}", StringComparison.Ordinal)) ?? terms.FirstOrDefault();
    }
}
