using Workflows.Marketing.Messaging;

namespace Workflows.Host.Alerts;

/// <summary>An alert, as one of those who were told got it.</summary>
internal sealed record AlertBody(
    string Kind,
    string? Receiver,
    string Text,
    DateTimeOffset At,
    MessageState State,
    SendOutcome? Outcome
)
{
    public static AlertBody From(MessageRecord record) =>
        new(
            record.Message.Template,
            record.Message.Sender,
            record.Message.Content.Text,
            record.Message.CreatedAt,
            record.State,
            record.Outcome
        );
}
