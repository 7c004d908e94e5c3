namespace Workflows.Marketing.Contacts;

/// <summary>Something a contact did: immutable, and known by <see cref="Source"/> and <see cref="Id"/> together.</summary>
/// <param name="Source">The system that reports it, for example <c>shop</c>.</param>
/// <param name="Id">Its id in that system; the same id twice is the same event.</param>
/// <param name="Type">What happened, for example <c>order.paid</c>; see <see cref="ContactEventTypes"/>.</param>
/// <param name="At">When it happened.</param>
/// <param name="Identities">Who did it: one or more names of one contact.</param>
/// <param name="Data">The rest as the text of one JSON object, or null.</param>
public sealed record ContactEvent(
    string Source,
    string Id,
    string Type,
    DateTimeOffset At,
    ContactIdentities Identities,
    string? Data = null
);
