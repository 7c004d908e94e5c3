namespace Workflows.Marketing.Contacts;

/// <summary>Where contacts and their events are kept.</summary>
public interface IContactStore
{
    /// <summary>
    /// Takes events, in one transaction: finds each event's contact by any of its identities or creates it
    /// (<see cref="ContactState.JoinedAt"/> = the event's time), remembers identities that are new, keeps the event once
    /// by source and id, and queues a <see cref="ContactStimulus"/> for every event that was not known. The orders,
    /// opt-outs and so on in the events are <em>not</em> folded here but when the stimulus' turn runs.
    /// </summary>
    /// <param name="tenant">Whose contacts these are.</param>
    /// <param name="events">Valid events, at most <see cref="ContactEventIntake.MaxBatch"/>; one id may come twice.</param>
    /// <param name="now">When the events arrived.</param>
    /// <param name="cancellationToken">Ends the attempt; the transaction is rolled back.</param>
    /// <returns>One receipt an event, in order.</returns>
    Task<IReadOnlyList<ContactEventReceipt>> AcceptAsync(
        int tenant,
        IReadOnlyList<ContactEvent> events,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    /// <summary>The contact with this id, or null.</summary>
    Task<ContactState?> FindAsync(int tenant, Guid id, CancellationToken cancellationToken);

    /// <summary>The contact known by this name, or null.</summary>
    Task<ContactState?> FindAsync(int tenant, ContactIdentity identity, CancellationToken cancellationToken);

    /// <summary>A page of contacts in id order.</summary>
    /// <param name="tenant">Whose contacts.</param>
    /// <param name="after">The last id of the page before, or null for the first page.</param>
    /// <param name="count">How many at most; 1–1000.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<IReadOnlyList<ContactState>> ListAsync(
        int tenant,
        Guid? after,
        int count,
        CancellationToken cancellationToken
    );
}
