using Workflows.Marketing.Contacts;

namespace Workflows.Host.Api.Contacts;

/// <summary>What a contact said about messages, and what proves it.</summary>
internal sealed record ConsentBody(
    string? Channel,
    string? Purpose,
    bool IsGranted,
    DateTimeOffset At,
    string? Source,
    string? TextVersion,
    string? Staff,
    DateTimeOffset RecordedAt
)
{
    public static ConsentBody From(ConsentEntry entry) =>
        new(
            entry.Mark.Channel,
            entry.Mark.Purpose,
            entry.Mark.IsGranted,
            entry.Mark.At,
            entry.Source,
            entry.TextVersion,
            entry.StaffId,
            entry.RecordedAt
        );
}
