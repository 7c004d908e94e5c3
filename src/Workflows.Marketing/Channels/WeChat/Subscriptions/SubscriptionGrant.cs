using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Channels.WeChat.Subscriptions;

/// <summary>What a contact approved at once: so many messages of one template (一次性订阅, one approval is one message).</summary>
/// <param name="Channel"><c>mini-program</c> or <c>official-account</c>.</param>
/// <param name="Template">The template's id at WeChat.</param>
/// <param name="Count">How many messages; at least 1.</param>
public sealed record SubscriptionGrant(string Channel, string Template, int Count)
{
    /// <summary>The channel whose approvals are meant where an event does not say.</summary>
    public const string MiniProgram = "mini-program";

    /// <summary>The other channel that needs approvals.</summary>
    public const string OfficialAccount = "official-account";

    /// <summary>The most messages one event may report.</summary>
    public const int MostAtOnce = 100;

    private const int LongestTemplate = 128;

    /// <summary>What an event says about approvals, or null for an event that says nothing.</summary>
    public static SubscriptionGrant? Of(ContactEvent contactEvent)
    {
        ArgumentNullException.ThrowIfNull(contactEvent);
        if (contactEvent.Type is not ContactEventTypes.SubscriptionGranted)
        {
            return null;
        }

        var data = new EventData(contactEvent.Data);
        var (channel, count) = (data.Text("channel") ?? MiniProgram, data.Whole("count") ?? 1);
        return
            data.Text("template") is { Length: <= LongestTemplate } template
            && channel is MiniProgram or OfficialAccount
            && count is >= 1 and <= MostAtOnce
            ? new SubscriptionGrant(channel, template, count)
            : null;
    }
}
