using Workflows.Marketing.Channels.Http;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeChat;

/// <summary>A subscribe message as WeChat takes it; properties are named so that their snake-case form is WeChat's field.</summary>
/// <param name="Touser">The customer's openid.</param>
/// <param name="TemplateId">The approved template.</param>
/// <param name="Page">The page a tap opens, or null.</param>
/// <param name="Data">The template's fields.</param>
internal sealed record SubscribeBody(
    string Touser,
    string TemplateId,
    string? Page,
    IReadOnlyDictionary<string, SubscribeBody.Field> Data
)
{
    /// <summary>The template's id is the block's, or the message's name; a mini-program card says which page a tap opens.</summary>
    public static SubscribeBody Of(OutboundMessage message, string openId)
    {
        var fields = message.Content.Fields();
        return new SubscribeBody(
            openId,
            fields.Template.Length > 0 ? fields.Template : message.Template,
            message.Content.Attachments.OfType<Attachment.MiniProgram>().FirstOrDefault()?.Page,
            fields.Values.ToDictionary(field => field.Key, field => new Field(field.Value), StringComparer.Ordinal)
        );
    }

    /// <summary>A field's value.</summary>
    internal sealed record Field(string Value);
}
