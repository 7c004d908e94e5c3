using Workflows.Marketing.Channels.WeChat.Subscriptions;

namespace Workflows.Host.Api.Contacts;

/// <summary>What a contact's approvals of one subscribe message came to.</summary>
/// <param name="Channel"><c>mini-program</c> or <c>official-account</c>.</param>
/// <param name="Template">The template's id at WeChat.</param>
/// <param name="Left">How many messages may still be sent.</param>
/// <param name="Used">How many were sent, or are on their way.</param>
/// <param name="Void">How many WeChat did not honour.</param>
internal sealed record SubscriptionBody(string Channel, string Template, int Left, int Used, int Void)
{
    public static SubscriptionBody From(SubscriptionBalance balance) =>
        new(balance.Channel, balance.Template, balance.Left, balance.Used, balance.Void);
}
