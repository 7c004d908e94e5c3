using System.Text.Json;
using Workflows.Marketing.Messaging;

namespace Workflows.Storage.Messages;

/// <summary>A message's attachments as one JSON column, null for none.</summary>
internal static class AttachmentJson
{
    public static string? Write(MessageContent content) =>
        content.Attachments.Count == 0
            ? null
            : JsonSerializer.Serialize(content.Attachments, JsonSerializerOptions.Web);

    public static IReadOnlyList<Attachment> Read(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<Attachment[]>(json, JsonSerializerOptions.Web)!;
}
