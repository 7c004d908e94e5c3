using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.Webhook;

/// <summary>What is posted: the message and nothing else, so that one key always has one content, byte for byte.</summary>
internal static class WebhookBody
{
    // Chinese stays readable; the receiver is a program, not a page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(OutboundMessage message)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("key", message.Key);
            Write(json, message.Recipient);
            json.WriteString("channel", message.Channel);
            json.WriteString("template", message.Template);
            json.WriteString("text", message.Content.Text);
            Write(json, message.Content.Attachments);
            json.WriteString("purpose", message.Purpose);
            json.WriteStartObject("journey");
            json.WriteString("id", message.Journey);
            json.WriteNumber("version", message.JourneyVersion);
            json.WriteEndObject();
            json.WriteString("createdAt", message.CreatedAt.ToUniversalTime());
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Recipient recipient)
    {
        switch (recipient)
        {
            case Recipient.Person person:
                json.WriteStartObject("contact");
                json.WriteString("id", person.ContactId);
                foreach (var identity in person.To)
                {
                    json.WriteString(identity.KindName, identity.Value);
                }

                json.WriteEndObject();
                break;
            case Recipient.Group group:
                json.WriteString("group", group.GroupId);
                break;
            case Recipient.Staff staff:
                json.WriteString("staff", staff.StaffId);
                break;
        }
    }

    // A message without attachments looks as it always did.
    private static void Write(Utf8JsonWriter json, IReadOnlyList<Attachment> attachments)
    {
        if (attachments.Count > 0)
        {
            json.WritePropertyName("attachments");
            JsonSerializer.Serialize(json, attachments, JsonSerializerOptions.Web);
        }
    }
}
