using Workflows.Marketing.Channels.WeChat.Subscriptions;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Service;
using Workflows.Marketing.Service.FollowUps;

namespace Workflows.Storage.Contacts;

/// <summary>
/// What the new events of a batch say about consent, relations, groups and follow-ups: written beside the events, in their transaction,
/// for everybody who cannot wait for the contact's turn.
/// </summary>
internal sealed class IntakeProjection
{
    private readonly Dictionary<(Guid ContactId, string StaffId), Relation> _relations = [];

    public IntakeProjection(IntakePlan plan, DateTimeOffset now)
    {
        foreach (var (one, contact) in plan.Events)
        {
            Add(one, contact, now);
        }
    }

    private IntakeProjection() { }

    /// <summary>What events say that turns told.</summary>
    public static IntakeProjection Of(IEnumerable<EventTold> told)
    {
        var projection = new IntakeProjection();
        foreach (var one in told)
        {
            projection.Add(one.Event, one.ContactId, one.Event.At);
        }

        return projection;
    }

    public List<(Guid ContactId, ConsentEntry Entry)> Consents { get; } = [];

    /// <summary>The latest word on each contact and member of the staff, in one order everywhere.</summary>
    public IReadOnlyList<(Guid ContactId, Relation Relation)> Relations =>
        [
            .. _relations
                .OrderBy(pair => pair.Key.ContactId)
                .ThenBy(pair => pair.Key.StaffId, StringComparer.Ordinal)
                .Select(pair => (pair.Key.ContactId, pair.Value)),
        ];

    /// <summary>The staff whose load has to be counted again.</summary>
    public IReadOnlyList<string> Staff =>
        [
            .. _relations
                .Keys.Select(pair => pair.StaffId)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Who joined or left which group, in the order it was told.</summary>
    public List<(Guid ContactId, GroupMove Move)> Groups { get; } = [];

    /// <summary>What contacts approved, with the event that told it.</summary>
    public List<(Guid ContactId, ContactEvent Event, SubscriptionGrant Grant)> Grants { get; } = [];

    /// <summary>The records of calls, text messages and chats.</summary>
    public List<FollowUp> FollowUps { get; } = [];

    private void Add(ContactEvent one, Guid contact, DateTimeOffset now)
    {
        if (ConsentEntry.Of(one, now) is { } entry)
        {
            Consents.Add((contact, entry));
        }
        else if (Relation.Of(one) is { } relation)
        {
            var key = (contact, relation.StaffId);
            if (!_relations.TryGetValue(key, out var known) || known.At <= relation.At)
            {
                _relations[key] = relation;
            }
        }
        else if (SubscriptionGrant.Of(one) is { } grant)
        {
            Grants.Add((contact, one, grant));
        }
        else if (GroupMove.Of(one) is { } move)
        {
            Groups.Add((contact, move));
        }
        else if (FollowUp.Of(one, contact) is { } written)
        {
            FollowUps.Add(written);
        }
    }
}
