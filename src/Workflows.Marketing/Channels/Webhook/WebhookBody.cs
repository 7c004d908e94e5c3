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
            json.WriteStartObject("contact");
            json.WriteString("id", message.ContactId);
            foreach (var identity in message.To)
            {
                json.WriteString(identity.KindName, identity.Value);
            }

            json.WriteEndObject();
            json.WriteString("channel", message.Channel);
            json.WriteString("template", message.Template);
            json.WriteString("text", message.Text);
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
}
