using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.StaffTasks;

/// <summary>Something a person, or a partner, does by hand, with everything ready for it.</summary>
/// <param name="Tenant">Whose task it is.</param>
/// <param name="Reference">Its name: follows from the message's key, so that one message makes one task.</param>
/// <param name="Message">What is to be said, to whom.</param>
/// <param name="PreparedAt">When it was made.</param>
/// <param name="DueBy">Until when it is to be done; later it is overdue and stands out.</param>
public sealed record HandTask(
    int Tenant,
    string Reference,
    OutboundMessage Message,
    DateTimeOffset PreparedAt,
    DateTimeOffset DueBy
)
{
    /// <summary>Where it is.</summary>
    public HandTaskState State { get; init; } = HandTaskState.Prepared;

    /// <summary>How often somebody was reminded.</summary>
    public int Reminders { get; init; }

    /// <summary>When it was confirmed or skipped, or null.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Who confirmed or skipped it, or null.</summary>
    public string? DoneBy { get; init; }

    /// <summary>What they said about it, or null.</summary>
    public string? Note { get; init; }

    /// <summary>The staff member who has to do it, or null for whoever works on the list.</summary>
    public string? Staff => Message.Sender;
}
