using Workflows.Marketing.Messaging;

namespace Workflows.Host.Api.Simulations;

/// <summary>A message that would have been sent.</summary>
internal sealed record SimulatedMessageBody(
    DateTimeOffset At,
    string Template,
    string Channel,
    Carrier Carrier,
    string Recipient,
    string Text
)
{
    public static SimulatedMessageBody From(OutboundMessage message) =>
        new(
            message.CreatedAt,
            message.Template,
            message.Channel,
            message.Carrier,
            message.Recipient.Address,
            message.Content.Text
        );
}
