namespace Workflows.Marketing.Tests.Channels.WeCom.Callbacks;

public sealed class CallbackLoopTests
{
    private readonly CallbackRig _rig = new();

    [Fact]
    public async Task Read_UnknownEvent_IsKeptAndHoldsUpNothing()
    {
        await _rig.PostAsync("<xml><Event>change_external_weather</Event></xml>", "n1");
        await _rig.PostAsync(CallbackRig.Added("woA"), "n2");

        Assert.Equal(2, await _rig.Loop.ReadAsync(CancellationToken.None));

        Assert.Equal("wecom.friend_added", Assert.Single(_rig.Contacts.Accepted).Event.Type);
        Assert.Equal(0, await _rig.Loop.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Read_EventTheIntakeRefuses_IsKeptForAPersonAndHoldsUpNothing()
    {
        await _rig.PostAsync(
            CallbackRig.Added("wo\u0001\u0085").Replace("\u0001", "&#x80;", StringComparison.Ordinal),
            "n1"
        );
        await _rig.PostAsync(CallbackRig.Added("woA"), "n2");

        await _rig.Loop.ReadAsync(CancellationToken.None);

        Assert.Equal("woA", Assert.Single(_rig.Contacts.Accepted).Event.Identities[0].Value);
        Assert.Equal(0, await _rig.Loop.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Read_AfterAHostDied_AnotherReadsItAgainAndNothingComesTwice()
    {
        await _rig.PostAsync(CallbackRig.Added("woA"), "n1");
        await _rig.Inbox.LeaseAsync(
            CallbackRig.Tenant,
            "dead",
            10,
            _rig.Now,
            _rig.Now.AddSeconds(30),
            CancellationToken.None
        );

        Assert.Equal(0, await _rig.Loop.ReadAsync(CancellationToken.None));
        _rig.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(1, await _rig.Loop.ReadAsync(CancellationToken.None));

        Assert.Single(_rig.Contacts.Accepted);
    }

    [Fact]
    public async Task Read_EventsOutOfOrder_AreAllTaken()
    {
        await _rig.PostAsync(CallbackRig.Added("woA", at: 1_767_225_590), "n1");
        await _rig.PostAsync(CallbackRig.Added("woA", at: 1_767_225_580), "n2");

        await _rig.Loop.ReadAsync(CancellationToken.None);

        Assert.Equal(2, _rig.Contacts.Accepted.Count);
    }

    [Fact]
    public async Task Remove_AfterTwoHours_ForgetsNoncesAndAfterThirtyDaysCallbacks()
    {
        await _rig.PostAsync(CallbackRig.Added("woA"), "n1");
        await _rig.Loop.ReadAsync(CancellationToken.None);
        var later = _rig.Now.AddHours(3);

        Assert.Equal(
            0,
            await _rig.Inbox.RemoveAsync(CallbackRig.Tenant, later, later.AddDays(-30), CancellationToken.None)
        );
        Assert.Equal(
            1,
            await _rig.Inbox.RemoveAsync(CallbackRig.Tenant, later, later.AddSeconds(1), CancellationToken.None)
        );
        Assert.Null(await _rig.PostAsync(CallbackRig.Added("woA"), "n1"));
    }
}
