namespace Workflows.Marketing.Places.Groups;

/// <summary>Asks for a place in a group.</summary>
/// <param name="Key">The effect key of whoever asks: asking again with it finds the same place.</param>
/// <param name="GroupId">The group.</param>
/// <param name="ContactId">Who shall have the place.</param>
/// <param name="Now">The time.</param>
/// <param name="HeldUntil">Until when the place is kept free for a contact who has not joined yet.</param>
public sealed record SeatRequest(
    string Key,
    string GroupId,
    Guid ContactId,
    DateTimeOffset Now,
    DateTimeOffset HeldUntil
);
