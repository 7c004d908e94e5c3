using System.Text.Json.Nodes;

namespace Workflows.Marketing.Tests.Channels.WeCom.Tasks;

internal sealed record MassServerTask(
    string Msgid,
    string Sender,
    bool IsGroup,
    IReadOnlyList<string> Recipients,
    JsonNode? Text,
    JsonNode? Attachments,
    DateTimeOffset At
)
{
    public Dictionary<string, int> Statuses { get; } = [];

    public bool IsCancelled { get; set; }
}
