namespace Workflows.Marketing.Channels.WeChat.Subscriptions;

/// <summary>What a contact's approvals of one template came to.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Template">The template's id at WeChat.</param>
/// <param name="Left">How many messages may still be sent.</param>
/// <param name="Used">How many were sent, or are on their way.</param>
/// <param name="Void">How many WeChat did not honour: the contact took them back there.</param>
public sealed record SubscriptionBalance(string Channel, string Template, int Left, int Used, int Void);
