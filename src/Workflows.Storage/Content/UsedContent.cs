namespace Workflows.Storage.Content;

/// <summary>A moment at which a content was said: by a message that arrived, or by a member of the staff by hand.</summary>
/// <param name="Content">The content with its version.</param>
/// <param name="Staff">Who said it, or null.</param>
/// <param name="ContactId">To whom alone; null where many heard it.</param>
/// <param name="At">When.</param>
/// <param name="IsByHand">Whether somebody copied it; else a message carried it.</param>
/// <param name="IsHandedOut">Whether it only went to the staff, as a task of a distribution that is done.</param>
internal sealed record UsedContent(
    string Content,
    string? Staff,
    Guid? ContactId,
    DateTimeOffset At,
    bool IsByHand,
    bool IsHandedOut = false
);
