using Workflows.Marketing.Messaging;

namespace Workflows.Host.Api;

/// <summary>A message as the API shows it.</summary>
internal sealed record MessageBody(
    string Key,
    Guid ContactId,
    IReadOnlyList<IdentityBody> To,
    string Channel,
    string Template,
    string Text,
    string Journey,
    int JourneyVersion,
    DateTimeOffset CreatedAt,
    MessageState State,
    int Attempts,
    DateTimeOffset? DueAt,
    DateTimeOffset? SettledAt,
    string? Reference,
    string? LastError
)
{
    public static MessageBody From(MessageRecord record) =>
        new(
            record.Message.Key,
            record.Message.ContactId,
            [.. record.Message.To.Select(IdentityBody.From)],
            record.Message.Channel,
            record.Message.Template,
            record.Message.Text,
            record.Message.Journey,
            record.Message.JourneyVersion,
            record.Message.CreatedAt,
            record.State,
            record.Attempts,
            record.State == MessageState.Queued ? record.DueAt : null,
            record.SettledAt,
            record.Reference,
            record.LastError
        );
}
