using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Workflows.Marketing.Channels.WeCom.Customers;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Channels.WeCom.Synchronization;

/// <summary>Compares what WeCom says of some friends of one member of staff with what it said before, and tells the difference.</summary>
internal sealed class CustomerFold(ITieStore ties, ContactEventIntake intake, int tenant)
{
    private const int PageSize = 500;

    /// <param name="staff">The member of staff.</param>
    /// <param name="friends">At most 500 friends of theirs.</param>
    /// <param name="tags">The names of the company's tags by id.</param>
    /// <param name="run">The run, or one made up for a single question.</param>
    /// <param name="cancellationToken">Ends the attempt; what was told is told again the next time, and changes nothing then.</param>
    public async Task<SyncCounts> FoldAsync(
        string staff,
        IReadOnlyList<(ExternalContact Contact, FollowUser Follow)> friends,
        IReadOnlyDictionary<string, string> tags,
        SyncRun run,
        CancellationToken cancellationToken
    )
    {
        (ExternalContact Contact, FollowUser Follow)[] page =
        [
            .. friends.DistinctBy(friend => friend.Contact.ExternalUserid, StringComparer.Ordinal),
        ];
        var known = (
            await ties.FindAsync(
                tenant,
                TieKind.Friend,
                staff,
                [.. page.Select(friend => friend.Contact.ExternalUserid)],
                cancellationToken
            )
        ).ToDictionary(tie => tie.Customer, StringComparer.Ordinal);
        List<ContactEvent> events = [];
        List<Tie> seen = [];
        var counts = new SyncCounts { Friends = page.Length };
        foreach (var (contact, follow) in page)
        {
            var before = known.GetValueOrDefault(contact.ExternalUserid);
            if (before is not { IsLost: false } && SyncEvents.Since(follow, run.StartedAt) > run.Settled)
            {
                // Its callback is on its way, and starts what a new friend starts.
                continue;
            }

            var after = TieOf(staff, contact, follow, before, run);
            counts = counts.Plus(Compare(before, after, contact, follow, tags, run, events));
            seen.Add(after);
        }

        // Told before it is noted: whoever dies in between tells it again.
        await TellAsync(events, cancellationToken);
        await ties.SaveAsync(tenant, seen, cancellationToken);
        return counts;
    }

    /// <summary>Tells which friendships WeCom no longer knows.</summary>
    /// <param name="staff">The member of staff.</param>
    /// <param name="isStillThere">Whether WeCom lists a customer in another way; nobody is given up on one word alone.</param>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<SyncCounts> LoseAsync(
        string staff,
        Func<string, bool> isStillThere,
        SyncRun run,
        CancellationToken cancellationToken
    )
    {
        var lost = 0;
        string? after = null;
        while (true)
        {
            var page = await ties.ListUnseenAsync(
                tenant,
                TieKind.Friend,
                staff,
                run,
                after,
                PageSize,
                cancellationToken
            );
            Tie[] gone = [.. page.Where(tie => !isStillThere(tie.Customer))];
            await TellAsync([.. gone.Select(tie => SyncEvents.Lost(tie, run.StartedAt))], cancellationToken);
            await ties.SaveAsync(
                tenant,
                [.. gone.Select(tie => tie with { IsLost = true, ChangedAt = run.StartedAt })],
                cancellationToken
            );
            lost += gone.Length;
            if (page.Count < PageSize)
            {
                return new SyncCounts { Lost = lost };
            }

            after = page[^1].Customer;
        }
    }

    private static SyncCounts Compare(
        Tie? before,
        Tie after,
        ExternalContact contact,
        FollowUser follow,
        IReadOnlyDictionary<string, string> tags,
        SyncRun run,
        List<ContactEvent> events
    )
    {
        var isAdded = before is null || (before.IsLost && !after.IsLost);
        if (isAdded)
        {
            events.Add(SyncEvents.Found(contact, follow, run));
        }

        var isChanged = !string.Equals(before?.Profile, after.Profile, StringComparison.Ordinal);
        if (isChanged)
        {
            events.Add(SyncEvents.Profile(contact, follow, after.Profile!, run.StartedAt));
        }

        before ??= after with { Tags = "", Profile = null };
        foreach (var tag in Difference(TagsOf(before), TagsOf(after)))
        {
            isChanged = true;
            events.Add(SyncEvents.Tagged(before, after, tag, tags.GetValueOrDefault(tag, tag), run.StartedAt));
        }

        return new SyncCounts { Added = isAdded ? 1 : 0, Changed = isChanged && !isAdded ? 1 : 0 };
    }

    private static IEnumerable<string> Difference(string[] left, string[] right) =>
        left.Except(right, StringComparer.Ordinal).Concat(right.Except(left, StringComparer.Ordinal));

    private static string[] TagsOf(Tie tie) => tie.Tags.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static Tie TieOf(string staff, ExternalContact contact, FollowUser follow, Tie? before, SyncRun run)
    {
        var since = SyncEvents.Since(follow, run.StartedAt);
        // A loss that WeCom told of after this friendship began is newer than the page we hold.
        var isLost = before is { IsLost: true } && before.ChangedAt > since;
        return new Tie(TieKind.Friend, staff, contact.ExternalUserid)
        {
            IsLost = isLost,
            ChangedAt = before is not null && before.ChangedAt > since ? before.ChangedAt : since,
            SeenAt = run.StartedAt,
            Profile = ProfileOf(contact, follow),
            Tags = string.Join(',', TagIds(follow).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
        };
    }

    private static IEnumerable<string> TagIds(FollowUser follow) =>
        follow.TagId ?? follow.Tags?.Select(tag => tag.TagId).OfType<string>() ?? [];

    private static string ProfileOf(ExternalContact contact, FollowUser follow)
    {
        string?[] parts =
        [
            contact.Name,
            contact.Avatar,
            contact.CorpName,
            contact.Unionid,
            Text(contact.Type),
            Text(contact.Gender),
            follow.Remark,
            follow.Description,
            follow.RemarkCorpName,
            follow.State,
            Text((int)follow.AddWay),
            .. follow.RemarkMobiles ?? [],
        ];
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts)));
        return Convert.ToHexStringLower(hash.AsSpan(0, 16));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task TellAsync(List<ContactEvent> events, CancellationToken cancellationToken)
    {
        if (events.Count == 0)
        {
            return;
        }

        var result = await intake.AcceptAsync(tenant, events, cancellationToken);
        if (!result.IsAccepted)
        {
            // One that cannot be an event, such as an id of a thousand letters, does not hold up the others.
            foreach (var one in events)
            {
                await intake.AcceptAsync(tenant, [one], cancellationToken);
            }
        }
    }
}
