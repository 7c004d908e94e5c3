namespace Workflows.Marketing.Journeys.Cases;

/// <summary>A message that is expected; what is null is not looked at.</summary>
/// <param name="Template">Which message.</param>
/// <param name="At">When it is emitted.</param>
/// <param name="Channel">By which channel.</param>
/// <param name="Text">What it says.</param>
/// <param name="Staff">The userid of the member of the staff who gets it.</param>
public sealed record ExpectedMessage(
    string Template,
    DateTimeOffset? At = null,
    string? Channel = null,
    string? Text = null,
    string? Staff = null
);
