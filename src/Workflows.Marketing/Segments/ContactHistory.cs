using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Segments;

/// <summary>A contact with what it did: all that the rules of a segment can ask about.</summary>
/// <param name="Contact">The contact.</param>
/// <param name="Orders">Its paid orders, oldest first.</param>
/// <param name="Events">Its events, oldest first.</param>
public sealed record ContactHistory(
    ContactState Contact,
    IReadOnlyList<PaidOrder> Orders,
    IReadOnlyList<PastEvent> Events
);
