using Workflows.Marketing.Channels.WeCom.Customers;
using Workflows.Marketing.Channels.WeCom.Records;
using Workflows.Marketing.Channels.WeCom.Synchronization;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Places.Groups;

namespace Workflows.Marketing.Tests.Channels.WeCom.Synchronization;

public sealed class WeComSyncTests : IDisposable
{
    private readonly SyncRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Run_TheFirstTime_TellsAllFriendsTagsAndMembersWithoutStartingWhatNewFriendsStart()
    {
        _rig.Befriend("li", "woA", new SyncRig.Friend { Tags = ["t1"], Mobiles = ["13800000001"] });
        _rig.Befriend("wang", "woA");
        _rig.Groups["wrA"] = ["li", "woA", "woB"];

        var counts = await _rig.RunAsync();

        Assert.Equal(
            [
                "group.joined woA wrA",
                "group.joined woB wrA",
                "relation.added woA li",
                "relation.added woA wang",
                "wecom.profile_changed woA li",
                "wecom.profile_changed woA wang",
                "wecom.tag_given woA 猫",
            ],
            _rig.News().Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            new SyncCounts
            {
                Friends = 2,
                Added = 2,
                Groups = 1,
                Joined = 2,
            },
            counts
        );
        Assert.Equal(("群 wrA", "li", 3), Kept(await _rig.Register.FindAsync(1, "wrA", CancellationToken.None)));
        var phone = new ContactIdentity(IdentityKind.Phone, "13800000001");
        Assert.NotNull(await _rig.Contacts.FindAsync(1, phone, CancellationToken.None));
    }

    [Fact]
    public async Task Run_Again_ChangesNothing()
    {
        _rig.Befriend("li", "woA", new SyncRig.Friend { Tags = ["t1", "t2"] });
        _rig.Groups["wrA"] = ["woA"];
        await _rig.RunAsync();
        _rig.News();
        _rig.Clock.Advance(TimeSpan.FromDays(1));

        var counts = await _rig.RunAsync();

        Assert.Empty(_rig.News());
        Assert.Equal(new SyncCounts { Friends = 1, Groups = 1 }, counts);
    }

    [Fact]
    public async Task Run_AfterLostCallbacks_FindsEveryDifference()
    {
        _rig.Befriend("li", "woA", new SyncRig.Friend { Tags = ["t1"] });
        _rig.Befriend("li", "woB");
        _rig.Groups["wrA"] = ["woA", "woB"];
        await _rig.RunAsync();
        _rig.News();
        _rig.Clock.Advance(TimeSpan.FromDays(1));
        _rig.Staff["li"].Remove("woB");
        _rig.Befriend("li", "woA", new SyncRig.Friend { Tags = ["t2"], Name = "林" });
        _rig.Befriend(
            "li",
            "woC",
            new SyncRig.Friend { Since = _rig.Clock.GetUtcNow().AddHours(-2).ToUnixTimeSeconds() }
        );
        _rig.Groups["wrA"] = ["woA", "woC"];

        var counts = await _rig.RunAsync();

        Assert.Equal(
            [
                "group.joined woC wrA",
                "group.left woB wrA",
                "relation.lost woB li",
                "wecom.friend_added woC li",
                "wecom.profile_changed woA li",
                "wecom.profile_changed woC li",
                "wecom.tag_given woA 狗",
                "wecom.tag_taken woA 猫",
            ],
            _rig.News().Order(StringComparer.Ordinal)
        );
        Assert.Equal((1, 1, 1, 1, 1), (counts.Added, counts.Lost, counts.Changed, counts.Joined, counts.Left));
    }

    [Fact]
    public async Task Run_AfterWhatWeChangedOurselves_TellsOnlyWhatOthersChanged()
    {
        _rig.Befriend("li", "woA", new SyncRig.Friend { Tags = ["t1"] });
        _rig.Befriend("li", "woB", new SyncRig.Friend { Tags = ["t1"] });
        await _rig.RunAsync();
        _rig.News();
        _rig.Clock.Advance(TimeSpan.FromDays(1));
        var note = ProfileHash.Notes(new FollowUser { Userid = "li", Remark = "VIP" });
        await _rig.Changes.NoteAsync(
            1,
            [Change(OwnChangeKind.Tag, "+t2"), Change(OwnChangeKind.Tag, "-t1"), Change(OwnChangeKind.Note, note)],
            CancellationToken.None
        );
        var changed = new SyncRig.Friend { Tags = ["t2"], Remark = "VIP" };
        _rig.Befriend("li", "woA", changed);
        _rig.Befriend("li", "woB", changed);

        var counts = await _rig.RunAsync();

        Assert.Equal(
            ["wecom.profile_changed woB li", "wecom.tag_given woB 狗", "wecom.tag_taken woB 猫"],
            _rig.News().Order(StringComparer.Ordinal)
        );
        Assert.Equal(1, counts.Changed);
        // What staff does to the same tag afterwards is news.
        _rig.Clock.Advance(TimeSpan.FromDays(1));
        _rig.Befriend("li", "woA", changed with { Tags = [] });
        await _rig.RunAsync();
        _rig.Clock.Advance(TimeSpan.FromDays(1));
        _rig.Befriend("li", "woA", changed);
        await _rig.RunAsync();
        Assert.Equal(["wecom.tag_taken woA 狗", "wecom.tag_given woA 狗"], _rig.News());
    }

    [Fact]
    public async Task Run_FriendHandedOver_IsLostByTransfer()
    {
        _rig.Befriend("li", "woA");
        _rig.Befriend("li", "woB");
        await _rig.RunAsync();
        _rig.News();
        _rig.Clock.Advance(TimeSpan.FromDays(1));
        await _rig.Changes.NoteAsync(1, [Change(OwnChangeKind.CustomerMove, "wang")], CancellationToken.None);
        _rig.Staff["li"].Remove("woA");

        await _rig.RunAsync();

        Assert.Contains("\"by\":\"transfer\"", _rig.Contacts.Accepted[^1].Event.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_FriendWhoJustCame_IsLeftToTheCallback()
    {
        await _rig.RunAsync();
        _rig.Befriend(
            "li",
            "woA",
            new SyncRig.Friend { Since = _rig.Clock.GetUtcNow().AddMinutes(-5).ToUnixTimeSeconds() }
        );

        await _rig.RunAsync();
        Assert.Empty(_rig.News());

        _rig.Clock.Advance(TimeSpan.FromDays(1));
        await _rig.RunAsync();
        Assert.Contains("relation.added woA li", _rig.News());
    }

    [Fact]
    public async Task Run_FriendMissingFromOneListOnly_IsNotGivenUp()
    {
        _rig.Befriend("li", "woA");
        await _rig.RunAsync();
        _rig.News();
        _rig.Clock.Advance(TimeSpan.FromDays(1));
        _rig.Forgotten.Add("woA");

        await _rig.RunAsync();

        Assert.Empty(_rig.News());
    }

    [Fact]
    public async Task Run_StaffNoLongerVisible_GivesUpNobody()
    {
        _rig.Befriend("li", "woA");
        _rig.Befriend("wang", "woB");
        await _rig.RunAsync();
        _rig.News();
        _rig.Clock.Advance(TimeSpan.FromDays(1));
        _rig.Staff.Remove("li");

        await _rig.RunAsync();

        Assert.Empty(_rig.News());
    }

    [Fact]
    public async Task Run_StaffWhoLeft_TellsWhoWaitsForAnother()
    {
        _rig.Unassigned.Add(("li", "woA"));

        var first = await _rig.RunAsync();
        _rig.Clock.Advance(TimeSpan.FromDays(1));
        await _rig.RunAsync();

        Assert.Equal(1, first.Unassigned);
        Assert.Equal(["wecom.unassigned woA li", "relation.lost woA li"], _rig.News());
    }

    [Fact]
    public async Task Run_CutShort_GoesOnWhereItWasAndTellsEverythingOnce()
    {
        _rig.PageSize = 10;
        foreach (var n in Enumerable.Range(0, 35))
        {
            _rig.Befriend("li", $"woA{n:00}");
            _rig.Befriend("wang", $"woB{n:00}");
        }

        _rig.CallsLeft = 5;
        await Assert.ThrowsAnyAsync<Exception>(() => EndAsync(_rig.Sync().RunAsync(null, CancellationToken.None)));
        var half = await _rig.Runs.LatestAsync(SyncRig.Tenant, CancellationToken.None);
        Assert.Equal(("li", "30"), (half!.Staff, half.Cursor));
        _rig.CallsLeft = int.MaxValue;

        var run = await _rig.Sync("two").RunAsync(null, CancellationToken.None);

        Assert.Equal((half.StartedAt, SyncPhase.Done, 70), (run!.StartedAt, run.Phase, run.Counts.Added));
        var news = _rig.News();
        Assert.Equal(140, news.Length);
        Assert.Equal(140, news.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Group_DissolvedAndBackAgain_GivesItsRoomWithTheBotBackAndTakesItAgain()
    {
        using var rig = new SyncRig();
        rig.Groups["g1"] = ["wo1"];
        rig.Befriend("li", "wo1");
        for (var number = 1; number <= 200; number++)
        {
            Assert.True(await KeepAsync($"g{number}"));
        }

        Assert.False(await KeepAsync("new"));
        await rig.Sync().DismissGroupAsync("g1", CancellationToken.None);
        Assert.True(await KeepAsync("new"));

        await rig.RunAsync();

        var back = await rig.Register.FindAsync(SyncRig.Tenant, "g1", CancellationToken.None);
        Assert.Equal((true, null), (back!.IsActive, back.BotId));
        Assert.Equal(200, (await rig.Register.CountByBotAsync(SyncRig.Tenant, CancellationToken.None))["b"]);

        Task<bool> KeepAsync(string id) =>
            rig.Bots.SaveAsync(
                SyncRig.Tenant,
                new CustomerGroup(id, id) { BotId = "b" },
                rig.Clock.GetUtcNow(),
                CancellationToken.None
            );
    }

    [Fact]
    public async Task Run_WhileAnotherHostCompares_IsTurnedAway()
    {
        var now = _rig.Clock.GetUtcNow();
        await _rig.Runs.TakeAsync(SyncRig.Tenant, "other", now, (now, now.AddMinutes(5)), CancellationToken.None);

        Assert.Null(await _rig.Sync().RunAsync(null, CancellationToken.None));
        _rig.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.NotNull(await _rig.Sync().RunAsync(null, CancellationToken.None));
    }

    [Theory]
    [InlineData("2026-01-10T18:59:00Z", null, false)]
    [InlineData("2026-01-10T19:00:00Z", null, true)]
    [InlineData("2026-01-10T23:00:00Z", "2026-01-10T19:00:00Z", false)]
    [InlineData("2026-01-10T23:00:00Z", "2026-01-10T18:00:00Z", true)]
    [InlineData("2026-01-11T15:00:00Z", "2026-01-10T19:05:00Z", false)]
    public void Loop_Nightly_IsDueAtTheHourOfTheTenantsDay(string now, string? latest, bool isDue)
    {
        var options = new SyncLoopOptions { Hour = 3, TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai") };
        var loop = new SyncLoop(_rig.Sync(), options, _rig.Clock, _rig.Clock);
        var run = latest is null ? null : new SyncRun(Time(latest)) { Phase = SyncPhase.Done };

        Assert.Equal(isDue, loop.IsDue(run, Time(now)));
    }

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static (string?, string?, int?) Kept(Workflows.Marketing.Places.Groups.CustomerGroup? group) =>
        (group?.Name, group?.OwnerId, group?.Members);

    // Pauses between tries are the clock's, which stands still unless it is moved.
    private async Task EndAsync(Task<SyncRun?> running)
    {
        while (!running.IsCompleted)
        {
            _rig.Clock.Advance(TimeSpan.FromSeconds(30));
            await Task.WhenAny(running, Task.Delay(5));
        }

        await running;
    }

    private OwnChange Change(OwnChangeKind kind, string value) => new(kind, "li", "woA", value, _rig.Clock.GetUtcNow());
}
