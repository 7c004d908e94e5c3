namespace Workflows.Marketing.Messaging;

/// <summary>Which carrier a channel speaks on when the journey names only the channel.</summary>
internal static class Carriers
{
    /// <summary>The carrier of a channel by its usual name; webhook for any other name.</summary>
    public static Carrier Of(string channel) =>
        channel.ToUpperInvariant() switch
        {
            "SMS" => Carrier.Sms,
            "EMAIL" => Carrier.Email,
            "WECOM" => Carrier.Private,
            _ => Carrier.Webhook,
        };
}
