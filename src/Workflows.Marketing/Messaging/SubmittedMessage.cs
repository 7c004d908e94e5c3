namespace Workflows.Marketing.Messaging;

/// <summary>A message whose task was made at the other side.</summary>
/// <param name="Tenant">Whose message it is.</param>
/// <param name="Message">The message.</param>
/// <param name="Reference">The other side's name for the task.</param>
/// <param name="SubmittedAt">When the task was made.</param>
/// <param name="Reminders">How many reminders went out so far.</param>
public sealed record SubmittedMessage(
    int Tenant,
    OutboundMessage Message,
    string Reference,
    DateTimeOffset SubmittedAt,
    int Reminders
)
{
    /// <summary>Whether it was taken back: its task is to be cancelled at the other side.</summary>
    public bool IsTakenBack { get; init; }
}
