using Workflows.Marketing.Contacts;

namespace Workflows.Host.Api;

/// <summary>The answer to accepted events.</summary>
/// <param name="Accepted">How many were new.</param>
/// <param name="Duplicates">How many were known before.</param>
/// <param name="ContactId">The contact, where the request was about a single one.</param>
internal sealed record EventsAccepted(int Accepted, int Duplicates, Guid? ContactId)
{
    public static EventsAccepted From(ContactEventIntakeResult result) =>
        new(
            result.AcceptedCount,
            result.DuplicateCount,
            result.Receipts.Count == 1 ? result.Receipts[0].ContactId : null
        );
}
