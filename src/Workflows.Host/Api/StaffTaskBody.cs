using Workflows.Marketing.Channels.StaffTasks;
using Workflows.Marketing.Messaging;

namespace Workflows.Host.Api;

/// <summary>A task that a person does, as the API shows it.</summary>
internal sealed record StaffTaskBody(
    string Reference,
    HandTaskState State,
    string? Staff,
    Carrier Carrier,
    string Recipient,
    Guid? ContactId,
    string Template,
    string Text,
    IReadOnlyList<Attachment> Attachments,
    string Journey,
    DateTimeOffset PreparedAt,
    DateTimeOffset DueBy,
    bool IsOverdue,
    int Reminders,
    DateTimeOffset? DoneAt,
    string? DoneBy,
    string? Note
)
{
    public static StaffTaskBody From(HandTask task, DateTimeOffset now) =>
        new(
            task.Reference,
            task.State,
            task.Staff,
            task.Message.Carrier,
            task.Message.Recipient.Address,
            task.Message.ContactId,
            task.Message.Template,
            task.Message.Content.Text,
            task.Message.Content.Attachments,
            task.Message.Journey,
            task.PreparedAt,
            task.DueBy,
            task.State is HandTaskState.Prepared or HandTaskState.Reminded && task.DueBy < now,
            task.Reminders,
            task.DoneAt,
            task.DoneBy,
            task.Note
        );
}
