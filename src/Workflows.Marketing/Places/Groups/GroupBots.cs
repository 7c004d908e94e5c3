using Workflows.Marketing.Limits;

namespace Workflows.Marketing.Places.Groups;

/// <summary>
/// Which bot looks after which group: none more than the limit <c>bot_groups</c> lets it (S0-44: 200), and all about equally
/// many.
/// </summary>
/// <param name="groups">The groups.</param>
/// <param name="bots">Who counts.</param>
public sealed class GroupBots(IGroupRegister groups, BotGroups bots)
{
    /// <summary>Where groups are kept.</summary>
    internal IGroupRegister Register => groups;

    /// <summary>Keeps a group, if the bot it names has room for it; one that is no longer active gives its room back.</summary>
    /// <param name="tenant">Whose group.</param>
    /// <param name="group">A valid group.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Whether it was kept; false when the bot is full, and nothing is changed then.</returns>
    public async Task<bool> SaveAsync(
        int tenant,
        CustomerGroup group,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => await SaveAllAsync(tenant, [group], now, cancellationToken) is null;

    /// <summary>Keeps groups, all of them or none, if the bots they name have room for them.</summary>
    /// <param name="tenant">Whose groups.</param>
    /// <param name="all">Valid groups, each once.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The first group whose bot is full, and nothing is changed then; null when they were kept.</returns>
    public async Task<CustomerGroup?> SaveAllAsync(
        int tenant,
        IReadOnlyList<CustomerGroup> all,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(all);
        List<(CustomerGroup Group, CustomerGroup? Before)> taken = [];
        foreach (var group in all)
        {
            var before = await groups.FindAsync(tenant, group.Id, cancellationToken);
            if (
                BotOf(group) is { } bot
                && await AssignAsync(tenant, group.Id, [new BotLoad(bot, 0)], now, cancellationToken) is null
            )
            {
                foreach (var one in taken)
                {
                    await ReleaseAsync(tenant, one.Group, BotOf(one.Before), cancellationToken);
                }

                return group;
            }

            taken.Add((group, before));
        }

        await groups.SaveAsync(tenant, all, cancellationToken);
        foreach (var (group, before) in taken)
        {
            await ReleaseAsync(tenant, before, BotOf(group), cancellationToken);
        }

        return null;
    }

    /// <summary>Gives a group to the bot with the fewest groups that has room.</summary>
    /// <param name="tenant">Whose group.</param>
    /// <param name="groupId">The group.</param>
    /// <param name="candidates">The bots that may take it; none for every bot that looks after a group.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The group with its bot, or as it was where no bot has room; null where there is no such group.</returns>
    public async Task<CustomerGroup?> BalanceAsync(
        int tenant,
        string groupId,
        IReadOnlyCollection<string> candidates,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(candidates);
        if (await groups.FindAsync(tenant, groupId, cancellationToken) is not { IsActive: true } group)
        {
            return null;
        }

        var loads = await groups.CountByBotAsync(tenant, cancellationToken);
        var asked = (candidates.Count > 0 ? candidates : loads.Keys)
            .Distinct(StringComparer.Ordinal)
            .Select(bot => new BotLoad(bot, loads.GetValueOrDefault(bot)));
        if (await AssignAsync(tenant, groupId, asked, now, cancellationToken) is not { } chosen)
        {
            return group;
        }

        var given = group with { BotId = chosen };
        await groups.SaveAsync(tenant, [given], cancellationToken);
        await ReleaseAsync(tenant, group, chosen, cancellationToken);
        return given;
    }

    private static string? BotOf(CustomerGroup? group) => group is { IsActive: true } ? group.BotId : null;

    private Task<string?> AssignAsync(
        int tenant,
        string groupId,
        IEnumerable<BotLoad> loads,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => bots.AssignAsync(tenant, groupId, loads, now, cancellationToken);

    private Task ReleaseAsync(int tenant, CustomerGroup? before, string? bot, CancellationToken cancellationToken) =>
        before is { BotId: { } old } && !string.Equals(old, bot, StringComparison.Ordinal)
            ? bots.ReleaseAsync(tenant, before.Id, old, cancellationToken)
            : Task.CompletedTask;
}
