namespace Workflows.Marketing.Messaging;

/// <summary>Which messages to list; newest first.</summary>
/// <param name="ContactId">Only those of journeys about this contact, or null.</param>
/// <param name="State">Only in this state, or null.</param>
/// <param name="Skip">How many to leave out.</param>
/// <param name="Take">How many at most; 1–1000.</param>
public sealed record MessageQuery(Guid? ContactId = null, MessageState? State = null, int Skip = 0, int Take = 100)
{
    /// <summary>Only those that ended so, or null.</summary>
    public SendOutcome? Outcome { get; init; }

    /// <summary>Only with this reason code, or null.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>Only to this <see cref="Recipient.Address"/> of a group or staff member, or null.</summary>
    public string? Address { get; init; }

    /// <summary>Only on this carrier, or null.</summary>
    public Carrier? Carrier { get; init; }

    /// <summary>Only of this journey, or null.</summary>
    public string? Journey { get; init; }

    /// <summary>Whether the list shows this one.</summary>
    internal bool Takes(MessageRecord record) =>
        (ContactId is null || record.Message.ContactId == ContactId)
        && (State is null || record.State == State)
        && (Outcome is null || record.Outcome == Outcome)
        && (Carrier is null || record.Message.Carrier == Carrier)
        && (ReasonCode is null || string.Equals(record.ReasonCode, ReasonCode, StringComparison.Ordinal))
        && (Address is null || string.Equals(record.Message.Recipient.Address, Address, StringComparison.Ordinal))
        && (Journey is null || string.Equals(record.Message.Journey, Journey, StringComparison.Ordinal));
}
