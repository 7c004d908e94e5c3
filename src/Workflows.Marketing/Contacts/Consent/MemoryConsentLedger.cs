namespace Workflows.Marketing.Contacts;

/// <summary>The ledger over the events of a <see cref="MemoryContactStore"/>.</summary>
public sealed class MemoryConsentLedger(MemoryContactStore contacts) : IConsentLedger
{
    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<Guid, ContactConsents>> FindAsync(
        int tenant,
        IReadOnlyCollection<Guid> contacts,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyDictionary<Guid, ContactConsents>>(
            Lines()
                .Where(line => contacts.Contains(line.ContactId))
                .GroupBy(line => line.ContactId, line => line.Entry.Mark)
                .ToDictionary(lines => lines.Key, ContactConsents.Of)
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<ConsentEntry>> ListAsync(
        int tenant,
        Guid contactId,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyList<ConsentEntry>>([
            .. Lines()
                .Where(line => line.ContactId == contactId)
                .Select(line => line.Entry)
                .OrderBy(entry => entry.Mark.At)
                .ThenBy(entry => entry.EventSource, StringComparer.Ordinal)
                .ThenBy(entry => entry.EventId, StringComparer.Ordinal),
        ]);

    private IEnumerable<(Guid ContactId, ConsentEntry Entry)> Lines() =>
        contacts.Accepted.SelectMany(accepted =>
            ConsentEntry.Of(accepted.Event, accepted.ReceivedAt) is { } entry
                ? (IEnumerable<(Guid, ConsentEntry)>)[(accepted.ContactId, entry)]
                : []
        );
}
