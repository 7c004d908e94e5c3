using System.Runtime.CompilerServices;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Segments;

namespace Workflows.Marketing.Calendars;

/// <summary>The one contact of a simulation, as calendars ask for contacts.</summary>
internal sealed class LoneContact : ISegmentStore
{
    private Contact? _contact;
    private IEnumerable<ContactEvent> _events = [];

    /// <summary>Says who it is by now, and what it did so far.</summary>
    public void Look(Contact contact, IEnumerable<ContactEvent> events) => (_contact, _events) = (contact, events);

    public SegmentPlan Explain(SegmentQuestion question) =>
        new([new PlanPart(question.Segment.Rule, PlanReason.NoDatabase)], Sql: null);

    public Task<long> CountAsync(SegmentQuestion question, CancellationToken cancellationToken) =>
        Task.FromResult(Find(question, after: null).LongCount());

    public async IAsyncEnumerable<Guid> FindAsync(
        SegmentQuestion question,
        Guid? after,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var contact in Find(question, after))
        {
            yield return contact.Id;
        }

        await Task.CompletedTask;
    }

    public Task<IReadOnlyList<ContactState>> ListAsync(
        SegmentQuestion question,
        Guid? after,
        int count,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<ContactState>>([.. Find(question, after).Take(count)]);

    private IEnumerable<ContactState> Find(SegmentQuestion question, Guid? after)
    {
        if (_contact is null || (after is { } last && _contact.Id.CompareTo(last) <= 0))
        {
            return [];
        }

        var history = MemorySegmentStore.History(_contact.ToState(), _events);
        return question.Segment.Holds(history, question.Now) ? [history.Contact] : [];
    }
}
