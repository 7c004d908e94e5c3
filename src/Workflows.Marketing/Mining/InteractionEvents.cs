using Workflows.Marketing.Channels.WeCom.Callbacks;

namespace Workflows.Marketing.Mining;

/// <summary>The events of contacts who take part.</summary>
public static class InteractionEvents
{
    /// <summary>
    /// The contact likes a post in Moments; data: <c>moment</c> (its id in WeCom), <c>staff</c>, <c>template</c>, <c>journey</c>.
    /// </summary>
    public const string Liked = WeComEvents.MomentLiked;

    /// <summary>The contact comments on a post in Moments; same data.</summary>
    public const string Commented = WeComEvents.MomentCommented;

    /// <summary>The contact answers in a chat; data as whoever tells it gives it, for example <c>staff</c>.</summary>
    public const string Replied = "message.received";
}
