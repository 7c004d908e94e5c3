namespace Workflows.Marketing.Limits;

/// <summary>How much of a limit somebody has used.</summary>
/// <param name="Scope">Who: a contact's id, a group's chat id, a member's user id, a journey and so on, as the limit counts.</param>
/// <param name="Used">What counts against the limit now: messages, or their amount where it counts money.</param>
/// <param name="Among">How many messages there were in all, where the limit is a share of them; otherwise 0.</param>
/// <param name="FreeAt">When the first of it counts no more; null where it counts for ever.</param>
public sealed record LimitUse(string Scope, decimal Used, decimal Among, DateTimeOffset? FreeAt);
