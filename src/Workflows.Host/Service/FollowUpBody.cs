using Workflows.Marketing.Service.FollowUps;

namespace Workflows.Host.Service;

/// <summary>A follow-up record as the API shows it.</summary>
/// <param name="Key">What tells it apart.</param>
/// <param name="Kind">Call, Sms, Chat or Note.</param>
/// <param name="At">When it began.</param>
/// <param name="LastAt">When something was last said.</param>
/// <param name="Staff">The member of the staff.</param>
/// <param name="Items">How many things were said.</param>
/// <param name="Seconds">How long a call took.</param>
/// <param name="Text">What it was about.</param>
/// <param name="NextAt">When to speak again.</param>
/// <param name="Author">system, or who changed it last.</param>
/// <param name="EditedAt">When it was changed.</param>
internal sealed record FollowUpBody(
    string Key,
    FollowUpKind Kind,
    DateTimeOffset At,
    DateTimeOffset LastAt,
    string? Staff,
    int Items,
    int? Seconds,
    string? Text,
    DateTimeOffset? NextAt,
    string Author,
    DateTimeOffset? EditedAt
)
{
    private const string System = "system";

    public static FollowUpBody From(FollowUp record) =>
        new(
            record.Key,
            record.Kind,
            record.At,
            record.LastAt,
            record.Staff,
            record.Items,
            record.Seconds,
            record.Text,
            record.NextAt,
            record.EditedBy ?? System,
            record.EditedAt
        );
}
