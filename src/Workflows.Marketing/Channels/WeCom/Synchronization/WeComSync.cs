using Workflows.Marketing.Channels.WeCom.Customers;
using Workflows.Marketing.Channels.WeCom.Groups;
using Workflows.Marketing.Channels.WeCom.Tags;
using Workflows.Marketing.Channels.WeCom.Wire;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Places.Groups;

namespace Workflows.Marketing.Channels.WeCom.Synchronization;

/// <summary>
/// Compares customers, tags and groups with WeCom: callbacks get lost, and nothing else tells. Page by page, so that memory stays flat; after
/// a crash it goes on where it was, and what it does twice changes nothing.
/// </summary>
public sealed class WeComSync
{
    // A page's worth of work and the longest pause for a quota fit in.
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(5);

    private readonly ISyncStore _store;
    private readonly WeComSyncOptions _options;
    private readonly SyncCalls _calls;
    private readonly CustomerFold _customers;
    private readonly GroupFold _groups;
    private readonly UnassignedFold _unassigned;
    private readonly StatisticFold? _statistics;
    private readonly ReactionFold _reactions;
    private IReadOnlyDictionary<string, string> _tags = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <param name="client">The company's WeCom.</param>
    /// <param name="store">How far the run is.</param>
    /// <param name="ties">What WeCom said the last time.</param>
    /// <param name="intake">Takes the differences.</param>
    /// <param name="groups">Keeps groups, and counts them for their bots.</param>
    /// <param name="options">Whose data, on which clocks.</param>
    public WeComSync(
        WeComClient client,
        ISyncStore store,
        ITieStore ties,
        ContactEventIntake intake,
        GroupBots groups,
        WeComSyncOptions options
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        (_store, _options) = (store, options);
        _calls = new SyncCalls(client, options.Machine);
        _customers = new CustomerFold(ties, intake, options.Changes, options.Tenant);
        _groups = new GroupFold(ties, intake, groups, options.Clock, options.Tenant);
        _unassigned = new UnassignedFold(_calls, intake, options.Tenant);
        _statistics = options.Statistics is { } kept ? new StatisticFold(_calls, kept, options.Tenant) : null;
        _reactions = new ReactionFold(_calls, intake, options.Tenant);
    }

    /// <summary>The latest run, whichever process has it; null before the first.</summary>
    public Task<SyncRun?> LatestAsync(CancellationToken cancellationToken) =>
        _store.LatestAsync(_options.Tenant, cancellationToken);

    /// <summary>Runs to the end: the run that is unfinished, or a new one.</summary>
    /// <param name="progress">Told after every page; null for nobody.</param>
    /// <param name="cancellationToken">Stops behind the page at hand; the next run goes on from there.</param>
    /// <returns>The run, or null while another process has it.</returns>
    /// <exception cref="Exception">WeCom or the database failed; the next run goes on from there.</exception>
    public async Task<SyncRun?> RunAsync(IProgress<SyncRun>? progress, CancellationToken cancellationToken)
    {
        var now = _options.Machine.GetUtcNow();
        var run = await _store.TakeAsync(
            _options.Tenant,
            _options.Owner,
            _options.Clock.GetUtcNow(),
            (now, now + LeaseTime),
            cancellationToken
        );
        if (run is null)
        {
            return null;
        }

        try
        {
            return await RunAsync(run, progress, cancellationToken);
        }
        catch
        {
            // Others need not wait for the lease of a run that has ended.
            await ReleaseAsync();
            throw;
        }
    }

    /// <summary>Asks about one customer at once, for example because a callback said that they are new or different.</summary>
    public async Task RefreshCustomerAsync(string customer, CancellationToken cancellationToken)
    {
        var cursor = "";
        do
        {
            var page = await _calls.AskIfThereAsync(
                client => client.Customers.GetAsync(customer, cursor, cancellationToken),
                cancellationToken
            );
            if (page?.ExternalContact is not { } contact)
            {
                return;
            }

            var run = new SyncRun(_options.Clock.GetUtcNow());
            foreach (var follow in page.FollowUser)
            {
                var names = follow
                    .Tags?.Where(tag => tag is { TagId: not null, TagName: not null })
                    .ToDictionary(tag => tag.TagId!, tag => tag.TagName!, StringComparer.Ordinal);
                await _customers.FoldAsync(follow.Userid, [(contact, follow)], names ?? [], run, cancellationToken);
            }

            cursor = page.NextCursor ?? "";
        } while (cursor.Length > 0);
    }

    /// <summary>Asks what one group is at once; its members are told by callbacks, which WeCom's answer lags behind.</summary>
    public async Task RefreshGroupAsync(string chatId, CancellationToken cancellationToken)
    {
        var found = await _calls.AskIfThereAsync(
            client => client.Groups.GetAsync(chatId, cancellationToken),
            cancellationToken
        );
        if (found?.GroupChat is { } group)
        {
            await _groups.KeepAsync(group, cancellationToken);
        }
    }

    /// <summary>Notes that a group was dissolved.</summary>
    public Task DismissGroupAsync(string chatId, CancellationToken cancellationToken) =>
        _groups.DismissAsync(chatId, cancellationToken);

    private async Task<SyncRun> RunAsync(SyncRun run, IProgress<SyncRun>? progress, CancellationToken cancellationToken)
    {
        _tags = await ListTagsAsync(cancellationToken);
        var staff = await ListStaffAsync(cancellationToken);
        run = run with { StaffCount = staff.Length };
        var pages = new SyncPages(_store, _options, progress, LeaseTime);
        if (run.Phase == SyncPhase.Customers)
        {
            run = await CompareCustomersAsync(run, staff, pages, cancellationToken);
        }

        if (run.Phase == SyncPhase.Groups)
        {
            run = await CompareGroupsAsync(run, staff, pages, cancellationToken);
        }

        if (run.Phase == SyncPhase.Unassigned)
        {
            var counts = await _unassigned.FoldAsync(cancellationToken);
            run = run with { Counts = run.Counts.Plus(counts) };
            run = await pages.EndAsync(run.Next(SyncPhase.Statistics), cancellationToken);
        }

        if (run.Phase == SyncPhase.Statistics)
        {
            run = await CountAsync(run, staff, pages, cancellationToken);
        }

        return run.Phase == SyncPhase.Moments ? await ListenAsync(run, pages, cancellationToken) : run;
    }

    private async Task<SyncRun> CountAsync(
        SyncRun run,
        string[] staff,
        SyncPages pages,
        CancellationToken cancellationToken
    )
    {
        foreach (var member in _statistics is null ? [] : staff.Where(member => IsAhead(member, run)))
        {
            var counts = await _statistics!.FoldAsync(member, run.StartedAt, cancellationToken);
            run = await pages.EndAsync(
                run with
                {
                    Staff = member,
                    Counts = run.Counts.Plus(counts),
                    StaffDone = run.StaffDone + 1,
                },
                cancellationToken
            );
        }

        return run.Next(SyncPhase.Moments);
    }

    private async Task<SyncRun> ListenAsync(SyncRun run, SyncPages pages, CancellationToken cancellationToken)
    {
        var counts = await _reactions.FoldAsync(
            _options.Clock.GetUtcNow(),
            () => pages.KeepAsync(run, cancellationToken),
            cancellationToken
        );
        return await pages.EndAsync(
            run with
            {
                Counts = run.Counts.Plus(counts),
                Phase = SyncPhase.Done,
            },
            cancellationToken
        );
    }

    private async Task<SyncRun> CompareCustomersAsync(
        SyncRun run,
        string[] staff,
        SyncPages pages,
        CancellationToken cancellationToken
    )
    {
        foreach (var member in staff.Where(member => IsAhead(member, run)))
        {
            run = await PagesOfAsync(member, run, pages, at => CompareFriendsAsync(member, at), cancellationToken);
            var lost = await LoseAsync(member, run, cancellationToken);
            run = await pages.EndAsync(
                run with
                {
                    Counts = run.Counts.Plus(lost),
                    StaffDone = run.StaffDone + 1,
                },
                cancellationToken
            );
        }

        return run.Next(SyncPhase.Groups);

        async Task<(SyncCounts, string?)> CompareFriendsAsync(string member, SyncRun at)
        {
            var page = await _calls.AskIfThereAsync(
                client =>
                    client.Customers.ListByMembersAsync(
                        new CustomerCalls.MembersPage([member], at.Cursor),
                        cancellationToken
                    ),
                cancellationToken
            );
            (ExternalContact, FollowUser)[] friends =
            [
                .. (page?.ExternalContactList ?? []).Select(one => (one.ExternalContact, one.FollowInfo)),
            ];
            return (await _customers.FoldAsync(member, friends, _tags, at, cancellationToken), page?.NextCursor);
        }
    }

    private async Task<SyncCounts> LoseAsync(string member, SyncRun run, CancellationToken cancellationToken)
    {
        // The second word: a customer is given up only when both of WeCom's lists are without them.
        var list = await _calls.AskIfThereAsync(
            client => client.Customers.ListAsync(member, cancellationToken),
            cancellationToken
        );
        var there = (list?.ExternalUserid ?? []).ToHashSet(StringComparer.Ordinal);
        return await _customers.LoseAsync(member, there.Contains, run, cancellationToken);
    }

    private async Task<SyncRun> CompareGroupsAsync(
        SyncRun run,
        string[] staff,
        SyncPages pages,
        CancellationToken cancellationToken
    )
    {
        foreach (var owner in staff.Where(member => IsAhead(member, run)))
        {
            run = await PagesOfAsync(owner, run, pages, at => CompareOwnedAsync(owner, at), cancellationToken);
            run = run with { StaffDone = run.StaffDone + 1 };
        }

        return run.Next(SyncPhase.Unassigned);

        async Task<(SyncCounts, string?)> CompareOwnedAsync(string owner, SyncRun at)
        {
            var page = await _calls.AskIfThereAsync(
                client =>
                    client.Groups.ListAsync(
                        new GroupCalls.GroupQuestion(new OwnerFilter([owner]), at.Cursor),
                        cancellationToken
                    ),
                cancellationToken
            );
            var counts = SyncCounts.None;
            foreach (var listed in page?.GroupChatList ?? [])
            {
                counts = counts.Plus(await CompareGroupAsync(listed.ChatId, at, cancellationToken));
                await pages.KeepAsync(at, cancellationToken);
            }

            return (counts, page?.NextCursor);
        }
    }

    /// <summary>Compares what WeCom lists of one member of the staff, page by page, from where the run is.</summary>
    private static async Task<SyncRun> PagesOfAsync(
        string member,
        SyncRun run,
        SyncPages pages,
        Func<SyncRun, Task<(SyncCounts Counts, string? Next)>> compare,
        CancellationToken cancellationToken
    )
    {
        run = string.Equals(member, run.Staff, StringComparison.Ordinal)
            ? run
            : run with
            {
                Staff = member,
                Cursor = "",
            };
        do
        {
            var (counts, next) = await compare(run);
            run = await pages.EndAsync(
                run with
                {
                    Counts = run.Counts.Plus(counts),
                    Cursor = next ?? "",
                },
                cancellationToken
            );
        } while (run.Cursor.Length > 0);

        return run;
    }

    private async Task<SyncCounts> CompareGroupAsync(string chatId, SyncRun run, CancellationToken cancellationToken)
    {
        var found = await _calls.AskIfThereAsync(
            client => client.Groups.GetAsync(chatId, cancellationToken),
            cancellationToken
        );
        return found?.GroupChat is { } group ? await _groups.FoldAsync(group, run, cancellationToken) : SyncCounts.None;
    }

    // The staff is gone through in ordinal order, so that a place in it is told by a name.
    private static bool IsAhead(string member, SyncRun run) =>
        run.Staff is null || string.CompareOrdinal(member, run.Staff) >= 0;

    private async Task<string[]> ListStaffAsync(CancellationToken cancellationToken)
    {
        var staff = await _calls.AskAsync(
            client => client.Customers.ListMembersAsync(cancellationToken),
            cancellationToken
        );
        return [.. staff.FollowUser.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private async Task<Dictionary<string, string>> ListTagsAsync(CancellationToken cancellationToken)
    {
        var groups = await _calls.AskAsync(
            client => client.Tags.ListAsync(new TagCalls.TagChoice(), cancellationToken),
            cancellationToken
        );
        return groups
            .TagGroup.SelectMany(group => group.Tag)
            .Where(tag => !string.IsNullOrEmpty(tag.Name))
            .DistinctBy(tag => tag.Id, StringComparer.Ordinal)
            .ToDictionary(tag => tag.Id, tag => tag.Name!, StringComparer.Ordinal);
    }

    private async Task ReleaseAsync()
    {
        if (await _store.LatestAsync(_options.Tenant, CancellationToken.None) is { } kept)
        {
            await _store.SaveAsync(
                _options.Tenant,
                _options.Owner,
                kept,
                _options.Machine.GetUtcNow(),
                CancellationToken.None
            );
        }
    }
}
