using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeChat;

/// <summary>WeChat gives no access token: no message has left.</summary>
internal sealed class WeChatTokenException(Receipt receipt) : Exception("WeChat gives no access token.")
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <summary>What that means for the message: it waits.</summary>
    public Receipt Receipt { get; } =
        receipt switch
        {
            Receipt.Unavailable => receipt,
            Receipt.Ended ended => new Receipt.Unavailable(ended.Reason, Pause),
            Receipt.Unknown lost => new Receipt.Unavailable(lost.Reason),
            _ => new Receipt.Unavailable("WeChat gives no access token.", Pause),
        };
}
