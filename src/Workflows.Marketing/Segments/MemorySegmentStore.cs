using System.Runtime.CompilerServices;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Segments;

/// <summary>Segments of contacts in memory, for back-tests, trials and tests: every contact is asked.</summary>
/// <param name="contacts">The contacts and the events they sent.</param>
public sealed class MemorySegmentStore(MemoryContactStore contacts) : ISegmentStore
{
    /// <inheritdoc/>
    public SegmentPlan Explain(SegmentQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return new SegmentPlan([new PlanPart(question.Segment.Rule, PlanReason.NoDatabase)], Sql: null);
    }

    /// <inheritdoc/>
    public Task<long> CountAsync(SegmentQuestion question, CancellationToken cancellationToken) =>
        Task.FromResult(Find(question, after: null).LongCount());

    /// <inheritdoc/>
    public async IAsyncEnumerable<Guid> FindAsync(
        SegmentQuestion question,
        Guid? after,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var contact in Find(question, after))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return contact.Id;
        }

        await Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ContactState>> ListAsync(
        SegmentQuestion question,
        Guid? after,
        int count,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<ContactState>>([.. Find(question, after).Take(count)]);

    private IEnumerable<ContactState> Find(SegmentQuestion question, Guid? after)
    {
        ArgumentNullException.ThrowIfNull(question);
        var events = contacts.Accepted.ToLookup(accepted => accepted.ContactId, accepted => accepted.Event);
        return contacts
            .Contacts.Where(contact => after is null || contact.Id.CompareTo(after.Value) > 0)
            .OrderBy(contact => contact.Id)
            .Select(contact => History(contact.ToState(), events[contact.Id]))
            .Where(history => question.Segment.Holds(history, question.Now))
            .Select(history => history.Contact);
    }

    /// <summary>What a contact is, with what it did.</summary>
    internal static ContactHistory History(ContactState contact, IEnumerable<ContactEvent> events)
    {
        ContactEvent[] inOrder =
        [
            .. events
                .OrderBy(one => one.At)
                .ThenBy(one => one.Source, StringComparer.Ordinal)
                .ThenBy(one => one.Id, StringComparer.Ordinal),
        ];
        return new ContactHistory(
            contact,
            PaidOrder.Of(Orders(inOrder)),
            [.. inOrder.Select(one => new PastEvent(one.Type, one.At, one.Source))]
        );
    }

    private static IEnumerable<KnownOrder> Orders(IEnumerable<ContactEvent> events) =>
        events
            .Select(KnownOrder.Of)
            .OfType<KnownOrder>()
            .GroupBy(order => (order.Source, order.Number))
            .Select(said => said.Aggregate((known, more) => known.With(more)));
}
