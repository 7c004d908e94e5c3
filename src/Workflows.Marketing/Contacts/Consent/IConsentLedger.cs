namespace Workflows.Marketing.Contacts;

/// <summary>
/// What contacts said about messages, as it was reported: written with the event, at once, never changed. Contacts fold
/// the same words when their turn runs; who is about to send asks here.
/// </summary>
public interface IConsentLedger
{
    /// <summary>What contacts want and do not want now, in one look; contacts that never said anything are missing.</summary>
    Task<IReadOnlyDictionary<Guid, ContactConsents>> FindAsync(
        int tenant,
        IReadOnlyCollection<Guid> contacts,
        CancellationToken cancellationToken
    );

    /// <summary>All lines about a contact, oldest first: the proof.</summary>
    Task<IReadOnlyList<ConsentEntry>> ListAsync(int tenant, Guid contactId, CancellationToken cancellationToken);
}
