using System.Text.Json;
using Workflows.WeComEmulator.Content;

namespace Workflows.WeComEmulator.MassMessages;

/// <summary>An enterprise mass message (企业群发): a task for each member who is to send it.</summary>
internal sealed record MassMessage(
    string MsgId,
    bool IsToGroups,
    string? Sender,
    SaidContent Content,
    JsonElement? Text,
    JsonElement? Attachments,
    DateTimeOffset CreatedAt
)
{
    public List<MassTask> Tasks { get; } = [];

    /// <summary>When members were reminded; at most three times in 24 hours.</summary>
    public List<DateTimeOffset> Reminders { get; } = [];
}
