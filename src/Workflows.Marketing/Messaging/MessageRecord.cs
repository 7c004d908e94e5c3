namespace Workflows.Marketing.Messaging;

/// <summary>A message and what became of it.</summary>
/// <param name="Message">The message.</param>
/// <param name="State">Where it is.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="DueAt">When it is tried or asked about next; of use until it is over.</param>
/// <param name="SettledAt">When it ended, or null.</param>
/// <param name="Reference">The other side's name for it or for its task, or null.</param>
/// <param name="LastError">Why the last attempt failed, or why it ended, or null.</param>
public sealed record MessageRecord(
    OutboundMessage Message,
    MessageState State,
    int Attempts,
    DateTimeOffset DueAt,
    DateTimeOffset? SettledAt,
    string? Reference,
    string? LastError
)
{
    /// <summary>How it ended, or null while it has not.</summary>
    public SendOutcome? Outcome { get; init; }

    /// <summary>Why it ended or waits, for reports; or null.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>When its task was made at the other side, or null.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>When the journey or a person took it back, or null.</summary>
    public DateTimeOffset? TakenBackAt { get; init; }

    /// <summary>How many reminders went out.</summary>
    public int Reminders { get; init; }
}
