using Workflows.Marketing.Limits;

namespace Workflows.Host.Api;

/// <summary>How much of a limit somebody has used.</summary>
/// <param name="Scope">Who: a contact's id, a group's chat id, a member's user id, a journey and so on, as the limit counts.</param>
/// <param name="Used">What counts now: messages, or their amount where the limit counts money.</param>
/// <param name="Among">How many messages there were in all, where the limit is a share of them; absent where it is not.</param>
/// <param name="FreeAt">When the first of it counts no more; absent where it counts for ever.</param>
internal sealed record LimitUseBody(string Scope, decimal Used, decimal? Among, DateTimeOffset? FreeAt)
{
    public static LimitUseBody From(LimitUse use) =>
        new(use.Scope, use.Used, use.Among == 0 ? null : use.Among, use.FreeAt);
}
