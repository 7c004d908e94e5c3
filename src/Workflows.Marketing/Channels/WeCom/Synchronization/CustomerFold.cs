using Workflows.Marketing.Channels.WeCom.Customers;
using Workflows.Marketing.Channels.WeCom.Records;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Channels.WeCom.Synchronization;

/// <summary>
/// Compares what WeCom says of some friends of one member of staff with what it said before, and tells the difference: but for what we
/// changed there ourselves.
/// </summary>
internal sealed class CustomerFold(ITieStore ties, ContactEventIntake intake, IOwnChangeStore? changes, int tenant)
{
    private const int PageSize = 500;
    private static readonly TimeSpan OwnDoingKept = TimeSpan.FromDays(60);

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
        string[] customers = [.. page.Select(friend => friend.Contact.ExternalUserid)];
        var own = await OwnAsync(staff, customers, run, cancellationToken);
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
            counts = counts.Plus(Compare((before, after), (contact, follow), tags, run, own, events));
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
            var own = await OwnAsync(staff, [.. gone.Select(tie => tie.Customer)], run, cancellationToken);
            await TellAsync(
                [
                    .. gone.Select(tie =>
                        SyncEvents.Lost(tie, run.StartedAt, own.HandedOver(tie.Customer) ? "transfer" : "unknown")
                    ),
                ],
                cancellationToken
            );
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

    private Task<OwnDoing> OwnAsync(
        string staff,
        string[] customers,
        SyncRun run,
        CancellationToken cancellationToken
    ) => OwnDoing.FindAsync(changes, tenant, staff, customers, run.StartedAt - OwnDoingKept, cancellationToken);

    private static SyncCounts Compare(
        (Tie? Before, Tie After) ties,
        (ExternalContact Contact, FollowUser Follow) friend,
        IReadOnlyDictionary<string, string> tags,
        SyncRun run,
        OwnDoing own,
        List<ContactEvent> events
    )
    {
        var ((before, after), (contact, follow)) = (ties, friend);
        var isAdded = before is null || (before.IsLost && !after.IsLost);
        if (isAdded)
        {
            events.Add(SyncEvents.Found(contact, follow, run));
        }

        var isChanged =
            !string.Equals(before?.Profile, after.Profile, StringComparison.Ordinal)
            && !ProfileHash.DifferInNotes(
                before?.Profile,
                after.Profile!,
                notes => own.Has(OwnChangeKind.Note, after.Customer, notes, before?.SeenAt)
            );
        if (isChanged)
        {
            events.Add(SyncEvents.Profile(contact, follow, after.Profile!, run.StartedAt));
        }

        before ??= after with { Tags = "", Profile = null, SeenAt = null };
        foreach (var tag in Difference(TagsOf(before), TagsOf(after)))
        {
            var value = (TagsOf(after).Contains(tag, StringComparer.Ordinal) ? "+" : "-") + tag;
            if (!own.Has(OwnChangeKind.Tag, after.Customer, value, before.SeenAt))
            {
                isChanged = true;
                events.Add(SyncEvents.Tagged(before, after, tag, tags.GetValueOrDefault(tag, tag), run.StartedAt));
            }
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
            Profile = ProfileHash.Of(contact, follow),
            Tags = string.Join(',', TagIds(follow).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
        };
    }

    private static IEnumerable<string> TagIds(FollowUser follow) =>
        follow.TagId ?? follow.Tags?.Select(tag => tag.TagId).OfType<string>() ?? [];

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
