using Workflows.Marketing.Channels.WeCom.Groups;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Places.Groups;

namespace Workflows.Marketing.Channels.WeCom.Synchronization;

/// <summary>Compares what WeCom says of one group with what it said before, and tells the difference.</summary>
internal sealed class GroupFold(
    ITieStore ties,
    ContactEventIntake intake,
    GroupBots groups,
    TimeProvider clock,
    int tenant
)
{
    private const int PageSize = 500;

    /// <param name="group">The group as WeCom has it; its members are at most 500.</param>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<SyncCounts> FoldAsync(GroupCalls.Group group, SyncRun run, CancellationToken cancellationToken)
    {
        await KeepAsync(group, cancellationToken);
        var joined = 0;
        foreach (var page in group.MemberList.Where(member => member.Type == 2).Chunk(PageSize))
        {
            joined += await JoinAsync(group.ChatId, page, run, cancellationToken);
        }

        return new SyncCounts
        {
            Groups = 1,
            Joined = joined,
            Left = await LeaveAsync(group, run, cancellationToken),
        };
    }

    /// <summary>Keeps what the group is; what we added to it (its store, its purpose) stays.</summary>
    public async Task KeepAsync(GroupCalls.Group group, CancellationToken cancellationToken)
    {
        var known = await groups.Register.FindAsync(tenant, group.ChatId, cancellationToken);
        var name = string.IsNullOrWhiteSpace(group.Name) ? known?.Name ?? "群聊" : group.Name.Trim();
        var kept = (known ?? new CustomerGroup(group.ChatId, name)) with
        {
            Name = name.Length <= 100 ? name : name[..100],
            OwnerId = group.Owner,
            Members = Math.Min(group.MemberList.Count, CustomerGroup.MostMembers),
            IsActive = true,
        };
        if (kept != known && GroupValidator.Validate(kept).Count == 0)
        {
            await SaveAsync(kept, cancellationToken);
        }
    }

    /// <summary>The group is no more.</summary>
    public async Task DismissAsync(string chatId, CancellationToken cancellationToken)
    {
        if (await groups.Register.FindAsync(tenant, chatId, cancellationToken) is { IsActive: true } known)
        {
            await SaveAsync(known with { IsActive = false }, cancellationToken);
        }
    }

    // A group that is active again and whose bot is full by now is kept without a bot.
    private async Task SaveAsync(CustomerGroup group, CancellationToken cancellationToken)
    {
        if (!await groups.SaveAsync(tenant, group, clock.GetUtcNow(), cancellationToken))
        {
            await groups.SaveAsync(tenant, group with { BotId = null }, clock.GetUtcNow(), cancellationToken);
        }
    }

    private async Task<int> JoinAsync(
        string group,
        GroupCalls.Member[] members,
        SyncRun run,
        CancellationToken cancellationToken
    )
    {
        var page = members.DistinctBy(member => member.Userid, StringComparer.Ordinal).ToArray();
        var known = await ties.FindAsync(
            tenant,
            TieKind.Member,
            group,
            [.. page.Select(member => member.Userid)],
            cancellationToken
        );
        var before = known.ToDictionary(tie => tie.Customer, StringComparer.Ordinal);
        List<ContactEvent> events = [];
        List<Tie> seen = [];
        foreach (var member in page)
        {
            var at = JoinedAt(member, run);
            var old = before.GetValueOrDefault(member.Userid);
            if (old is not { IsLost: false })
            {
                if (at > run.Settled || old?.ChangedAt > at)
                {
                    // Its callback is on its way, or the page is older than what a callback said.
                    continue;
                }

                events.Add(SyncEvents.Joined(group, member, at));
            }

            seen.Add(
                new Tie(TieKind.Member, group, member.Userid)
                {
                    ChangedAt = old?.ChangedAt > at ? old.ChangedAt : at,
                    SeenAt = run.StartedAt,
                }
            );
        }

        await TellAsync(events, cancellationToken);
        await ties.SaveAsync(tenant, seen, cancellationToken);
        return events.Count;
    }

    private async Task<int> LeaveAsync(GroupCalls.Group group, SyncRun run, CancellationToken cancellationToken)
    {
        var there = group.MemberList.Select(member => member.Userid).ToHashSet(StringComparer.Ordinal);
        var left = 0;
        string? after = null;
        while (true)
        {
            var page = await ties.ListUnseenAsync(
                tenant,
                TieKind.Member,
                group.ChatId,
                run,
                after,
                PageSize,
                cancellationToken
            );
            Tie[] gone = [.. page.Where(tie => !there.Contains(tie.Customer))];
            await TellAsync([.. gone.Select(tie => SyncEvents.Left(tie, run.StartedAt))], cancellationToken);
            await ties.SaveAsync(
                tenant,
                [.. gone.Select(tie => tie with { IsLost = true, ChangedAt = run.StartedAt })],
                cancellationToken
            );
            left += gone.Length;
            if (page.Count < PageSize)
            {
                return left;
            }

            after = page[^1].Customer;
        }
    }

    private static DateTimeOffset JoinedAt(GroupCalls.Member member, SyncRun run) =>
        member.JoinTime is > 0 and <= uint.MaxValue
        && DateTimeOffset.FromUnixTimeSeconds(member.JoinTime) is var at
        && at <= run.StartedAt.AddHours(1)
            ? at
            : run.StartedAt;

    private async Task TellAsync(List<ContactEvent> events, CancellationToken cancellationToken)
    {
        if (events.Count > 0)
        {
            await intake.AcceptAsync(tenant, events, cancellationToken);
        }
    }
}
