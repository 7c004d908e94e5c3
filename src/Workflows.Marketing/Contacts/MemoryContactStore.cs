using System.Buffers.Binary;
using Workflows.Runtime.Durability;

namespace Workflows.Marketing.Contacts;

/// <summary>
/// Contacts in memory, for back-tests, trials and tests: the same answers as a database gives, and ids that are the same
/// whenever the same events come in the same order. One tenant only. Safe on every thread; the contacts it hands out are not.
/// </summary>
public sealed class MemoryContactStore : IContactStore, ISubjectSource
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ContactIdentity, Guid> _byIdentity = [];
    private readonly Dictionary<Guid, Contact> _byId = [];
    private readonly HashSet<(string Source, string Id)> _known = [];
    private readonly List<AcceptedEvent> _accepted = [];

    /// <summary>The events that were new, in the order they came.</summary>
    public IReadOnlyList<AcceptedEvent> Accepted
    {
        get
        {
            lock (_gate)
            {
                return [.. _accepted];
            }
        }
    }

    /// <summary>The live contacts, in the order they became known.</summary>
    public IReadOnlyCollection<Contact> Contacts
    {
        get
        {
            lock (_gate)
            {
                return [.. _byId.Values];
            }
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ContactEventReceipt>> AcceptAsync(
        int tenant,
        IReadOnlyList<ContactEvent> events,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(events);
        var receipts = new ContactEventReceipt[events.Count];
        lock (_gate)
        {
            for (var i = 0; i < receipts.Length; i++)
            {
                receipts[i] = Accept_NeedsLock(events[i], now);
            }
        }

        return Task.FromResult<IReadOnlyList<ContactEventReceipt>>(receipts);
    }

    /// <inheritdoc/>
    public Task<ContactState?> FindAsync(int tenant, Guid id, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_byId.GetValueOrDefault(id)?.ToState());
        }
    }

    /// <inheritdoc/>
    public Task<ContactState?> FindAsync(int tenant, ContactIdentity identity, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_byIdentity.TryGetValue(identity, out var id) ? _byId[id].ToState() : null);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ContactState>> ListAsync(
        int tenant,
        Guid? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<ContactState>>([
                .. _byId
                    .Values.Where(contact => after is null || contact.Id.CompareTo(after.Value) > 0)
                    .OrderBy(contact => contact.Id)
                    .Take(count)
                    .Select(contact => contact.ToState()),
            ]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<Guid, ISubject>> LoadAsync(
        int tenant,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(ids);
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyDictionary<Guid, ISubject>>(
                ids.Where(_byId.ContainsKey).Distinct().ToDictionary(id => id, ISubject (id) => _byId[id])
            );
        }
    }

    private ContactEventReceipt Accept_NeedsLock(ContactEvent item, DateTimeOffset now)
    {
        var contact = Contact_NeedsLock(item);
        if (!_known.Add((item.Source, item.Id)))
        {
            return new ContactEventReceipt(contact.Id, IsDuplicate: true);
        }

        _accepted.Add(new AcceptedEvent(contact.Id, item, now));
        return new ContactEventReceipt(contact.Id, IsDuplicate: false);
    }

    private Contact Contact_NeedsLock(ContactEvent item)
    {
        foreach (var identity in item.Identities)
        {
            if (_byIdentity.TryGetValue(identity, out var known))
            {
                return Learn_NeedsLock(_byId[known], item.Identities);
            }
        }

        var state = new ContactState(NextId(item.At), item.At);
        return Learn_NeedsLock(new Contact(state), item.Identities);
    }

    private Contact Learn_NeedsLock(Contact contact, ContactIdentities identities)
    {
        contact.Learn(identities);
        _byId.TryAdd(contact.Id, contact);
        foreach (var identity in identities)
        {
            _byIdentity.TryAdd(identity, contact.Id);
        }

        return contact;
    }

    // Ordered by time and number, like the version 7 ids of a database, but without chance.
    private Guid NextId(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, at.ToUnixTimeMilliseconds() << 16);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], _byId.Count + 1);
        (bytes[6], bytes[8]) = (0x70, 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
