namespace Workflows.Marketing.Messaging;

/// <summary>A message and what became of it.</summary>
/// <param name="Message">The message.</param>
/// <param name="State">Where it is.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="DueAt">When it is tried next; of use while queued.</param>
/// <param name="SettledAt">When it was delivered or given up, or null.</param>
/// <param name="Reference">The other side's name for it, or null.</param>
/// <param name="LastError">Why the last attempt failed, or null.</param>
public sealed record MessageRecord(
    OutboundMessage Message,
    MessageState State,
    int Attempts,
    DateTimeOffset DueAt,
    DateTimeOffset? SettledAt,
    string? Reference,
    string? LastError
);
