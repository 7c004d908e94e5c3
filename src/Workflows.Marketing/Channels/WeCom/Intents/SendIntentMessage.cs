namespace Workflows.Marketing.Channels.WeCom.Intents;

/// <summary>One message of a task.</summary>
/// <param name="Key">The message's key; it belongs to one intent at a time.</param>
/// <param name="Recipient">Its recipient at WeCom: external_userid, chat_id or, for a Moment, the member's userid.</param>
public sealed record SendIntentMessage(string Key, string Recipient);
