using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Segments;

/// <summary>Answers segments about all contacts. Every store gives the same set that asking each contact would give.</summary>
public interface ISegmentStore
{
    /// <summary>How the question would be answered; nothing is asked.</summary>
    SegmentPlan Explain(SegmentQuestion question);

    /// <summary>How many contacts are in the segment.</summary>
    Task<long> CountAsync(SegmentQuestion question, CancellationToken cancellationToken);

    /// <summary>The ids of the contacts in the segment, in id order, read in pages: memory stays flat however many there are.</summary>
    /// <param name="question">The question.</param>
    /// <param name="after">The last id seen, or null to begin.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    IAsyncEnumerable<Guid> FindAsync(SegmentQuestion question, Guid? after, CancellationToken cancellationToken);

    /// <summary>A page of the contacts in the segment, in id order.</summary>
    /// <param name="question">The question.</param>
    /// <param name="after">The last id of the page before, or null for the first page.</param>
    /// <param name="count">How many at most; 1–1000.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<IReadOnlyList<ContactState>> ListAsync(
        SegmentQuestion question,
        Guid? after,
        int count,
        CancellationToken cancellationToken
    );
}
