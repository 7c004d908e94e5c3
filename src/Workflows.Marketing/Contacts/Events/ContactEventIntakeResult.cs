using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Contacts;

/// <summary>What became of a batch of events: accepted as a whole, or rejected with everything that is wrong with it.</summary>
/// <param name="Receipts">One receipt an event, in the order of the batch; empty when the batch was rejected.</param>
/// <param name="Diagnostics">All that is wrong, with JSON paths such as <c>$[3].at</c>; empty when the batch was accepted.</param>
public sealed record ContactEventIntakeResult(
    IReadOnlyList<ContactEventReceipt> Receipts,
    IReadOnlyList<Diagnostic> Diagnostics
)
{
    /// <summary>Whether the events are stored.</summary>
    public bool IsAccepted => Diagnostics.Count == 0;

    /// <summary>How many events were new.</summary>
    public int AcceptedCount => Receipts.Count(receipt => !receipt.IsDuplicate);

    /// <summary>How many events were known before.</summary>
    public int DuplicateCount => Receipts.Count(receipt => receipt.IsDuplicate);
}
