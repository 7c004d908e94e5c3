using Workflows.Marketing.Channels.WeCom.Intents;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What every store of intents has to do.</summary>
public abstract class SendIntentStoreContract : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    protected abstract ISendIntentStore Intents { get; }

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task Begin_NewIntent_IsOpenAndFoundByItsMessages()
    {
        var intent = Intent("a", "b");

        Assert.True(await Intents.TryBeginAsync(intent, default));

        var open = await OpenAsync();
        Assert.Equal(intent with { Messages = [] }, open! with { Messages = [] });
        Assert.Equal(intent.Messages, open.Messages);
        var found = await Intents.FindAsync(StoreRig.Tenant, ["a", "c"], default);
        Assert.Equal(intent.Id, Assert.Single(found).Value.Id);
    }

    [Fact]
    public async Task Begin_AnotherOfTheContentIsOpen_IsRefusedAndLeavesNothing()
    {
        await Intents.TryBeginAsync(Intent("a"), default);

        Assert.False(await Intents.TryBeginAsync(Intent("b"), default));
        Assert.Empty(await Intents.FindAsync(StoreRig.Tenant, ["b"], default));
        Assert.True(await Intents.TryBeginAsync(Intent("b") with { Sender = "lisi" }, default));
        Assert.True(await Intents.TryBeginAsync(Intent("c") with { Outline = "other" }, default));
        Assert.True(await Intents.TryBeginAsync(Intent("d") with { Kind = SendIntentKind.Groups }, default));
        Assert.True(await Intents.TryBeginAsync(Intent("a") with { Tenant = 2 }, default));
    }

    [Fact]
    public async Task Begin_OneMessageHasAnIntent_IsRefusedAndLeavesNothing()
    {
        await Intents.TryBeginAsync(Intent("a", "b"), default);

        Assert.False(await Intents.TryBeginAsync(Intent("c", "b") with { Outline = "other" }, default));

        Assert.Empty(await Intents.FindAsync(StoreRig.Tenant, ["c"], default));
        Assert.True(await Intents.TryBeginAsync(Intent("c") with { Outline = "other" }, default));
    }

    [Fact]
    public async Task Begin_ThousandsOfMessages_AllAreThere()
    {
        var intent = Intent([.. Enumerable.Range(0, 2_500).Select(n => $"key{n:0000}")]);

        Assert.True(await Intents.TryBeginAsync(intent, default));

        Assert.Equal(intent.Messages, (await OpenAsync())!.Messages);
    }

    [Fact]
    public async Task Begin_ManyAtOnce_OneGetsIt()
    {
        var begun = Enumerable.Range(0, 12).Select(n => Intents.TryBeginAsync(Intent("a", $"b{n}"), default));

        Assert.Single(await Task.WhenAll(begun), isBegun => isBegun);
    }

    [Fact]
    public async Task Made_Open_IsClaimedOnce()
    {
        var intent = Intent("a");
        await Intents.TryBeginAsync(intent, default);

        Assert.True(await Intents.MadeAsync(intent, "msg1", "msg1", default));
        Assert.False(await Intents.MadeAsync(intent, "msg2", "msg2", default));
        Assert.False(await Intents.VoidAsync(intent, default));

        Assert.Null(await OpenAsync());
        Assert.Equal(intent.Id, (await Intents.FindByReferenceAsync(StoreRig.Tenant, "msg1", default))!.Id);
        Assert.Equal(["msg1"], await Intents.FindClaimedAsync(StoreRig.Tenant, ["msg1", "msg2"], default));
        Assert.True(await Intents.TryBeginAsync(Intent("b"), default));
    }

    [Fact]
    public async Task Void_Open_FreesItsMessages()
    {
        var intent = Intent("a");
        await Intents.TryBeginAsync(intent, default);

        Assert.True(await Intents.VoidAsync(intent, default));
        Assert.False(await Intents.VoidAsync(intent, default));
        Assert.False(await Intents.MadeAsync(intent, "msg1", "msg1", default));

        Assert.Empty(await Intents.FindAsync(StoreRig.Tenant, ["a"], default));
        Assert.True(await Intents.TryBeginAsync(Intent("a"), default));
    }

    [Fact]
    public async Task Name_MadeWithoutOne_IsNamelessUntilThen()
    {
        var intent = Intent("a") with { Kind = SendIntentKind.Moment };
        await Intents.TryBeginAsync(intent, default);
        await Intents.MadeAsync(intent, "job1", null, default);

        Assert.Equal(intent.Id, Assert.Single(await NamelessAsync()).Id);
        await Intents.NameAsync(intent, "mom1", default);

        Assert.Empty(await NamelessAsync());
        Assert.Equal("mom1", (await Intents.FindByReferenceAsync(StoreRig.Tenant, "job1", default))!.Name);
        Assert.Equal(["mom1"], await Intents.FindClaimedAsync(StoreRig.Tenant, ["mom1"], default));
    }

    [Fact]
    public async Task Purge_OldTasks_OpenOnesStay()
    {
        var made = Intent("a");
        await Intents.TryBeginAsync(made, default);
        await Intents.MadeAsync(made, "msg1", "msg1", default);
        await Intents.TryBeginAsync(Intent("b"), default);

        Assert.Equal(0, await Intents.PurgeAsync(Now, default));
        Assert.Equal(1, await Intents.PurgeAsync(Now.AddSeconds(1), default));

        Assert.Equal(["b"], (await Intents.FindAsync(StoreRig.Tenant, ["a", "b"], default)).Keys);
    }

    private static SendIntent Intent(params string[] keys) =>
        new(
            Guid.NewGuid(),
            StoreRig.Tenant,
            SendIntentKind.Customers,
            "zhangsan",
            "outline",
            Now,
            [.. keys.Select(key => new SendIntentMessage(key, $"wm-{key}"))]
        );

    private Task<SendIntent?> OpenAsync() =>
        Intents.FindOpenAsync(StoreRig.Tenant, SendIntentKind.Customers, "zhangsan", "outline", default);

    private Task<IReadOnlyList<SendIntent>> NamelessAsync() =>
        Intents.FindNamelessAsync(StoreRig.Tenant, SendIntentKind.Moment, "outline", default);
}
