using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.Http;

/// <summary>The values a message brings for a template of the other side.</summary>
internal static class TemplateFields
{
    private static readonly Attachment.Fields None = new("", new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>The template and its values; without either both are empty.</summary>
    public static Attachment.Fields Fields(this MessageContent content) =>
        content.Attachments.OfType<Attachment.Fields>().FirstOrDefault() ?? None;
}
