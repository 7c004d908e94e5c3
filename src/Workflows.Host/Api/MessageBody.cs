using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;

namespace Workflows.Host.Api;

/// <summary>A message as the API shows it.</summary>
internal sealed record MessageBody(
    string Key,
    Guid? ContactId,
    IReadOnlyList<IdentityBody> To,
    string Recipient,
    Carrier Carrier,
    string Channel,
    string Template,
    string Text,
    string Journey,
    int JourneyVersion,
    DateTimeOffset CreatedAt,
    MessageState State,
    SendOutcome? Outcome,
    string? ReasonCode,
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
            [.. Names(record.Message.Recipient).Select(IdentityBody.From)],
            record.Message.Recipient.Address,
            record.Message.Carrier,
            record.Message.Channel,
            record.Message.Template,
            record.Message.Content.Text,
            record.Message.Journey,
            record.Message.JourneyVersion,
            record.Message.CreatedAt,
            record.State,
            record.Outcome,
            record.ReasonCode,
            record.Attempts,
            record.State.IsFinal() ? null : record.DueAt,
            record.SettledAt,
            record.Reference,
            record.LastError
        );

    private static ContactIdentities Names(Recipient recipient) =>
        recipient is Recipient.Person person ? person.To : ContactIdentities.None;
}
