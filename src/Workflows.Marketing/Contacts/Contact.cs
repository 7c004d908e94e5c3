using Workflows.Marketing.Content;
using Workflows.Marketing.Invites;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Lifecycle;
using Workflows.Marketing.Messaging;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Contacts;

/// <summary>
/// A customer while turns run: what journeys read, and what events and activities change. One batch of work owns the
/// object; every change it makes is announced by one <see cref="ContactChanged"/> and saved with the turn.
/// </summary>
public sealed class Contact : ISubject
{
    private readonly Dictionary<string, object?> _attributes;
    private readonly ContactTags _tags;
    private readonly OrderBook _orders;

    /// <summary>Wakes a contact from what a store remembers.</summary>
    public Contact(ContactState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Id = state.Id;
        Key = $"contact:{state.Id:N}";
        JoinedAt = state.JoinedAt;
        _orders = new OrderBook(state);
        Identities = state.Identities;
        _attributes = new Dictionary<string, object?>(state.Attributes, StringComparer.Ordinal);
        _tags = new ContactTags(state.Tags, state.TagMarks);
        Consents = state.Consents;
        Relations = state.Relations;
        Follows = state.Follows;
        Pool = state.Pool;
        Stage = state.Stage;
        Persona = state.Persona;
        ExpertPersona = state.ExpertPersona;
        SalesPersona = state.SalesPersona;
    }

    /// <summary>The contact's id.</summary>
    public Guid Id { get; }

    /// <summary>The key of this contact's <see cref="ContactChanged"/> effects.</summary>
    public string Key { get; }

    /// <summary>When the contact was first heard of.</summary>
    public DateTimeOffset JoinedAt { get; private set; }

    /// <summary>How many orders the contact paid and was not given back in full, up to the event whose turn is running.</summary>
    public int PaidOrderCount => _orders.Count;

    /// <summary>When the latest of these orders was paid, or null where there is none.</summary>
    public DateTimeOffset? LastPaidAt => _orders.LastPaidAt;

    /// <summary>What these orders are worth, in currency units: what was paid, without what was given back.</summary>
    public decimal PaidAmount => _orders.Amount;

    /// <summary>The names the contact is known by.</summary>
    public ContactIdentities Identities { get; private set; }

    /// <summary>Attribute values by name.</summary>
    public IReadOnlyDictionary<string, object?> Attributes => _attributes;

    /// <summary>The contact's tags, in ordinal order.</summary>
    public IReadOnlyCollection<string> Tags => _tags.Tags;

    /// <summary>How the tags came there.</summary>
    public IReadOnlyCollection<TagMark> TagMarks => _tags.Marks;

    /// <summary>What the contact wants and does not want to receive.</summary>
    public ContactConsents Consents { get; private set; }

    /// <summary>What the contact does not want to receive.</summary>
    public IReadOnlyCollection<OptOut> OptOuts =>
        [.. Consents.Where(mark => !mark.IsGranted).Select(mark => new OptOut(mark.Channel, mark.Purpose))];

    /// <summary>The staff the contact has to do with.</summary>
    public ContactRelations Relations { get; private set; }

    /// <summary>Which accounts of the company the contact follows or follows no more (S1-11).</summary>
    public IReadOnlyList<FollowMark> Follows { get; private set; }

    /// <summary>Whether any member of the staff can write to the contact (S0-04).</summary>
    public bool IsReachable => Relations.AnyExists;

    /// <summary>The <see cref="Contacts.Pool"/> the contact settles in, or null before it is put into one.</summary>
    public string? Pool { get; private set; }

    /// <summary>How close the contact is, one of <see cref="RelationshipStage"/>.</summary>
    public string Stage { get; private set; }

    /// <summary>The persona of the brand that speaks to the contact, or null.</summary>
    public string? Persona { get; private set; }

    /// <summary>The one expert that speaks to the contact (S4-37), or null.</summary>
    public string? ExpertPersona { get; private set; }

    /// <summary>The one persona that sells to the contact (S4-37), or null.</summary>
    public string? SalesPersona { get; private set; }

    /// <summary>All that speak to the contact.</summary>
    internal IEnumerable<string> Personas => new[] { Persona, ExpertPersona, SalesPersona }.OfType<string>();

    /// <summary>The attribute's value, or null when the contact does not have it.</summary>
    public object? Attribute(string name) => _attributes.GetValueOrDefault(name);

    /// <summary>Whether the contact wants no message of this channel and purpose.</summary>
    public bool Refuses(string channel, string purpose) => Consents.Refuses(channel, purpose);

    /// <summary>Sets an attribute; null removes it.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool SetAttribute(string name, object? value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var normal = AttributeValue.Normalize(value);
        if (Equals(Attribute(name), normal))
        {
            return false;
        }

        if (normal is null)
        {
            _attributes.Remove(name);
        }
        else
        {
            _attributes[name] = normal;
        }

        return true;
    }

    /// <summary>Adds a tag without saying how it came there.</summary>
    /// <returns>Whether the contact did not have it.</returns>
    public bool AddTag(string tag) => _tags.Add(tag);

    /// <summary>Adds a tag with a mark of family, time and source.</summary>
    /// <returns>Whether the contact did not have such a mark.</returns>
    public bool AddTag(TagMark mark)
    {
        ArgumentNullException.ThrowIfNull(mark);
        return _tags.Add(mark);
    }

    /// <summary>Removes a tag with all its marks.</summary>
    /// <returns>Whether the contact had it.</returns>
    public bool RemoveTag(string tag) => _tags.Remove(tag);

    /// <summary>Removes the marks of a tag in a family (null for every family) that a member of the staff (null: the company) put on; with the last mark goes the tag.</summary>
    /// <returns>Whether there was such a mark.</returns>
    public bool RemoveTag(string tag, TagFamily? family, string? staffId) => _tags.Remove(tag, family, staffId);

    /// <summary>Puts the contact into a pool; null takes it out of the one it is in.</summary>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="ArgumentException">There is no such <see cref="Contacts.Pool"/>.</exception>
    public bool MoveTo(string? pool)
    {
        if (pool is not null && !Contacts.Pool.Exists(pool))
        {
            throw new ArgumentException($"There is no pool '{pool}'.", nameof(pool));
        }

        var changes = !string.Equals(Pool, pool, StringComparison.Ordinal);
        Pool = pool;
        return changes;
    }

    /// <summary>Says how close the contact is.</summary>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="ArgumentException">There is no such <see cref="RelationshipStage"/>.</exception>
    public bool Approach(string stage)
    {
        if (!RelationshipStage.Exists(stage))
        {
            throw new ArgumentException($"There is no stage '{stage}'.", nameof(stage));
        }

        var changes = !Stage.Equals(stage, StringComparison.Ordinal);
        Stage = stage;
        return changes;
    }

    /// <summary>The persona of a type that speaks to the contact, or null.</summary>
    public string? PersonaOf(PersonaType type) =>
        type switch
        {
            PersonaType.Expert => ExpertPersona,
            PersonaType.Sales => SalesPersona,
            _ => Persona,
        };

    /// <summary>Says which persona of a type speaks to the contact, in the place of the one before; null for none.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Meet(PersonaType type, string? persona)
    {
        var changes = !string.Equals(PersonaOf(type), persona, StringComparison.Ordinal);
        (Persona, ExpertPersona, SalesPersona) = type switch
        {
            PersonaType.Expert => (Persona, persona, SalesPersona),
            PersonaType.Sales => (Persona, ExpertPersona, persona),
            _ => (persona, ExpertPersona, SalesPersona),
        };
        return changes;
    }

    /// <summary>Says that no persona speaks to the contact any more.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool MeetNobody()
    {
        var changes = Personas.Any();
        (Persona, ExpertPersona, SalesPersona) = (null, null, null);
        return changes;
    }

    /// <summary>Notes that a member of the staff was chosen for the contact; a relation that exists stays.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Assign(string staffId, DateTimeOffset at)
    {
        var before = Relations;
        if (Relations.Find(staffId)?.State != RelationState.Exists)
        {
            Relations = Relations.With(new Relation(staffId, RelationState.Assigned, at));
        }

        return Relations != before;
    }

    /// <summary>Folds an event into the contact before its turn runs, so that rules see the contact as of the event.</summary>
    public void Receive(Stimulus stimulus, ICollection<Effect> effects)
    {
        ArgumentNullException.ThrowIfNull(effects);
        if (ContactStimulus.TryGetEvent(stimulus, out var contactEvent) && Fold(contactEvent))
        {
            effects.Add(new ContactChanged(this));
        }
    }

    /// <summary>
    /// <c>relation_lost</c> for a journey that speaks through the member whom the contact has just lost (S0-04): by name, or through whoever
    /// is connected where nobody is any more. Where the contact was handed to another member, journeys go on.
    /// </summary>
    public string? ReasonToEnd(WorkflowInstance instance, Stimulus stimulus)
    {
        ArgumentNullException.ThrowIfNull(instance);
        return
            ContactStimulus.TryGetEvent(stimulus, out var contactEvent)
            && contactEvent.Type is ContactEventTypes.RelationLost
            && Relation.Of(contactEvent) is { LostBy: not Relation.ByTransfer } lost
            && Relations.Find(lost.StaffId)?.State == RelationState.Lost
            && JourneyVoices.Of(instance.Graph).Need(lost.StaffId, IsReachable)
            ? ReasonCodes.RelationLost
            : null;
    }

    /// <summary>The contact's orders, without their lines.</summary>
    internal IReadOnlyCollection<KnownOrder> Orders => _orders.All;

    /// <summary>What a store has to remember of the contact as it is now.</summary>
    public ContactState ToState() =>
        new(Id, JoinedAt)
        {
            PaidOrderCount = PaidOrderCount,
            LastPaidAt = LastPaidAt,
            PaidAmount = PaidAmount,
            Orders = [.. _orders.All],
            Identities = Identities,
            Attributes = new Dictionary<string, object?>(_attributes, StringComparer.Ordinal),
            Tags = [.. _tags.Tags],
            TagMarks = [.. _tags.Marks],
            Consents = Consents,
            Relations = Relations,
            Follows = Follows,
            Pool = Pool,
            Stage = Stage,
            Persona = Persona,
            ExpertPersona = ExpertPersona,
            SalesPersona = SalesPersona,
        };

    /// <summary>Adds names the contact turns out to be known by.</summary>
    internal void Learn(ContactIdentities identities) => Identities = Identities.With(identities);

    internal bool Fold(ContactEvent contactEvent) =>
        FoldOwn(contactEvent) | ToldFacts.Fold(this, contactEvent) | BehaviourFacts.Fold(this, contactEvent);

    private bool FoldOwn(ContactEvent contactEvent) =>
        contactEvent.Type switch
        {
            ContactEventTypes.OrderPaid or ContactEventTypes.OrderRefunded => FoldOrder(contactEvent),
            ContactEventTypes.Joined => FoldJoin(contactEvent.At),
            ContactEventTypes.Imported => FoldImport(contactEvent),
            ContactEventTypes.OptedOut
            or ContactEventTypes.OptedIn
            or LocationEvents.Shared
            or LocationEvents.Declined => FoldConsent(contactEvent),
            ContactEventTypes.RelationAdded or ContactEventTypes.FriendAdded or ContactEventTypes.RelationLost =>
                FoldRelation(contactEvent),
            ContactEventTypes.AccountFollowed or ContactEventTypes.AccountUnfollowed => FoldFollow(contactEvent),
            InviteEvents.Accepted or InviteEvents.Ordered => FoldInvite(contactEvent),
            TierEvents.Changed => FoldTier(contactEvent),
            _ => false,
        };

    private bool FoldOrder(ContactEvent said)
    {
        var changed = KnownOrder.Of(said) is { } order && _orders.Add(order);
        return (said.Type is ContactEventTypes.OrderPaid && FoldJoin(said.At)) || changed;
    }

    private bool FoldJoin(DateTimeOffset at)
    {
        if (at >= JoinedAt)
        {
            return false;
        }

        JoinedAt = at;
        return true;
    }

    private bool FoldImport(ContactEvent imported)
    {
        var said = ContactImport.Read(imported);
        var changed = said.JoinedAt is { } joined && FoldJoin(joined);
        foreach (var (name, value) in said.Attributes)
        {
            changed |= SetAttribute(name, value);
        }

        foreach (var tag in said.Without)
        {
            changed |= RemoveTag(tag);
        }

        foreach (var tag in said.Tags)
        {
            changed |= AddTag(tag);
        }

        return changed;
    }

    private bool FoldConsent(ContactEvent said)
    {
        var before = Consents;
        var mark = ConsentEntry.Of(said, said.At)!.Mark;
        Consents = Consents.With(mark);
        var isOfPosition = mark.Purpose is LocationEvents.Purpose;
        return (isOfPosition && LocationFacts.Fold(this, said)) || Consents != before;
    }

    private bool FoldInvite(ContactEvent told)
    {
        var campaign = new EventData(told.Data).Text("campaign");
        if (!InviteCode.IsCampaign(campaign))
        {
            return false;
        }

        var counter = InviteEvents.CounterOf(told.Type, campaign!);
        return SetAttribute(counter, Attribute(counter) is long count ? count + 1 : 1L);
    }

    private bool FoldFollow(ContactEvent told)
    {
        var before = Follows;
        if (FollowMark.Of(told) is { } mark)
        {
            Follows = FollowMark.Latest([.. Follows, mark]);
        }

        return !Follows.SequenceEqual(before);
    }

    private bool FoldTier(ContactEvent told) =>
        new EventData(told.Data).Text("to") is { Length: <= 64 } tier && SetAttribute(TierEvents.Attribute, tier);

    private bool FoldRelation(ContactEvent changed)
    {
        var before = Relations;
        if (Relation.Of(changed) is { } relation)
        {
            Relations = Relations.With(relation);
        }

        return Relations != before;
    }
}
