using Workflows.Marketing.Contacts;

namespace Workflows.Storage.Contacts;

/// <summary>
/// Decides, from what the database knows, what a batch of events adds to it: whose each event is, which contacts and
/// names are new, which events have been here before.
/// </summary>
internal sealed class IntakePlan
{
    private readonly Dictionary<ContactIdentity, Guid> _owners;
    private readonly Dictionary<(string Source, string Id), Guid> _events;
    private readonly DateTimeOffset _now;

    /// <param name="owners">The known names among those of the batch. The plan adds to it.</param>
    /// <param name="events">The known events among those of the batch. The plan adds to it.</param>
    /// <param name="now">When the batch arrived.</param>
    public IntakePlan(
        Dictionary<ContactIdentity, Guid> owners,
        Dictionary<(string Source, string Id), Guid> events,
        DateTimeOffset now
    ) => (_owners, _events, _now) = (owners, events, now);

    public List<(Guid Id, DateTimeOffset JoinedAt)> Contacts { get; } = [];

    public List<(ContactIdentity Name, Guid ContactId)> Names { get; } = [];

    public List<(ContactEvent Event, Guid ContactId)> Events { get; } = [];

    public List<ContactEventReceipt> Receipts { get; } = [];

    /// <summary>Contacts that may be one person: an event named both.</summary>
    public List<(Guid FirstId, Guid SecondId, ContactIdentity Name)> Cases { get; } = [];

    public void Add(ContactEvent contactEvent)
    {
        var key = (contactEvent.Source, contactEvent.Id);
        if (_events.TryGetValue(key, out var known))
        {
            Receipts.Add(new ContactEventReceipt(known, IsDuplicate: true));
            return;
        }

        var contact = OwnerOf(contactEvent);
        foreach (var name in contactEvent.Identities)
        {
            if (_owners.TryAdd(name, contact))
            {
                Names.Add((name, contact));
            }
            else if (_owners[name] is var other && other != contact)
            {
                // The name stays theirs until the case is decided: both may be one person, or somebody made a mistake.
                AddCase(contact, other, name);
            }
        }

        _events.Add(key, contact);
        Events.Add((contactEvent, contact));
        Receipts.Add(new ContactEventReceipt(contact, IsDuplicate: false));
    }

    // The older contact comes first: ids begin with the time.
    private void AddCase(Guid contact, Guid other, ContactIdentity name)
    {
        var (first, second) = contact.CompareTo(other) < 0 ? (contact, other) : (other, contact);
        if (!Cases.Exists(known => known.FirstId == first && known.SecondId == second))
        {
            Cases.Add((first, second, name));
        }
    }

    private Guid OwnerOf(ContactEvent contactEvent)
    {
        foreach (var name in contactEvent.Identities)
        {
            if (_owners.TryGetValue(name, out var owner))
            {
                return owner;
            }
        }

        var created = Guid.CreateVersion7(_now);
        Contacts.Add((created, contactEvent.At));
        return created;
    }
}
