using Workflows.Marketing.Messaging;

namespace Workflows.Host.Api;

/// <summary>Which messages to list.</summary>
/// <param name="Contact">Only those of journeys about this contact.</param>
/// <param name="State">Only those in this state.</param>
/// <param name="Outcome">Only those that ended so.</param>
/// <param name="Reason">Only those that ended, or wait, for this reason code.</param>
/// <param name="Recipient">Only those to this group or staff member: <c>group:…</c> or <c>staff:…</c>.</param>
/// <param name="Carrier">Only those on this carrier.</param>
/// <param name="Journey">Only those of this journey.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="Limit">How many at most; 1 to 1000, 100 unless given.</param>
internal sealed record MessagesQuery(
    Guid? Contact,
    MessageState? State,
    SendOutcome? Outcome,
    string? Reason,
    string? Recipient,
    Carrier? Carrier,
    string? Journey,
    string? After,
    int? Limit
);
