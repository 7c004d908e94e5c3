using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Limits;

/// <summary>
/// Gives groups to bots, none of which maintains more than the limit <c>bot_groups</c> says (S0-44: 200). Who has room is
/// chosen by what is known; that a bot has room is decided by its counter in the database.
/// </summary>
/// <param name="judge">Who counts.</param>
public sealed class BotGroups(LimitJudge judge)
{
    /// <summary>The bots in the order in which they are asked: the one with the fewest groups first, then by name.</summary>
    public static IReadOnlyList<BotLoad> InOrder(IEnumerable<BotLoad> bots) =>
        [.. bots.OrderBy(bot => bot.Groups).ThenBy(bot => bot.Bot, StringComparer.Ordinal)];

    /// <summary>Gives a group to the first bot that has room; the same group and bot again changes nothing.</summary>
    /// <param name="tenant">Whose group it is.</param>
    /// <param name="group">The group's chat id.</param>
    /// <param name="bots">The bots that may take it.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The bot that maintains the group from now on; null when none has room.</returns>
    public async Task<string?> AssignAsync(
        int tenant,
        string group,
        IEnumerable<BotLoad> bots,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        foreach (var bot in InOrder(bots))
        {
            var verdicts = await judge.JudgeAsync([LimitedSend.Of(tenant, group, bot.Bot)], now, cancellationToken);
            if (verdicts[0] is Verdict.Allowed)
            {
                return bot.Bot;
            }
        }

        return null;
    }

    /// <summary>Says that a bot maintains a group no more.</summary>
    public Task ReleaseAsync(int tenant, string group, string bot, CancellationToken cancellationToken) =>
        judge.ReleaseAsync([LimitedSend.Of(tenant, group, bot).Id], cancellationToken);
}
