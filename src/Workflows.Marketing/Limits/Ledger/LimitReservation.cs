namespace Workflows.Marketing.Limits.Ledger;

/// <summary>Everything a message that may be sent holds; known by its key, so that a second attempt counts nothing again.</summary>
/// <param name="Message">The message.</param>
/// <param name="Holds">What it holds, of each counter once.</param>
/// <param name="ExpiresAt">When nothing of it counts any more.</param>
public sealed record LimitReservation(MessageKey Message, IReadOnlyList<LimitHold> Holds, DateTimeOffset ExpiresAt);
