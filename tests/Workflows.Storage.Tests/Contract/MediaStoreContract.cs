using Workflows.Marketing.Channels.WeCom.Media;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What every memory of uploads has to do.</summary>
public abstract class MediaStoreContract : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly MediaKey Key = new("wx1", "chat", "fingerprint");

    protected abstract IMediaStore Media { get; }

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task Find_Saved_WhileItLasts()
    {
        await Media.SaveAsync(Key, "m1", Now.AddDays(3), default);

        Assert.Equal("m1", await Media.FindAsync(Key, Now, default));
        Assert.Null(await Media.FindAsync(Key, Now.AddDays(3), default));
        Assert.Null(await Media.FindAsync(Key with { Purpose = "moments" }, Now, default));
        Assert.Null(await Media.FindAsync(Key with { Account = "wx2" }, Now, default));
    }

    [Fact]
    public async Task Save_Twice_TheLongerStays()
    {
        await Media.SaveAsync(Key, "m1", Now.AddDays(2), default);
        await Media.SaveAsync(Key, "m2", Now.AddDays(3), default);
        await Media.SaveAsync(Key, "m3", Now.AddDays(1), default);

        Assert.Equal("m2", await Media.FindAsync(Key, Now, default));
    }

    [Fact]
    public async Task Forget_Id_IsNotFoundAgain()
    {
        await Media.SaveAsync(Key, "m1", Now.AddDays(3), default);

        await Media.ForgetAsync("wx2", "m1", default);
        Assert.Equal("m1", await Media.FindAsync(Key, Now, default));
        await Media.ForgetAsync("wx1", "m1", default);

        Assert.Null(await Media.FindAsync(Key, Now, default));
    }

    [Fact]
    public async Task Purge_Expired_AreGone()
    {
        await Media.SaveAsync(Key, "m1", Now.AddDays(3), default);
        await Media.SaveAsync(Key with { Fingerprint = "other" }, "m2", Now.AddDays(5), default);

        Assert.Equal(1, await Media.PurgeAsync(Now.AddDays(4), default));

        Assert.Null(await Media.FindAsync(Key, Now, default));
        Assert.Equal("m2", await Media.FindAsync(Key with { Fingerprint = "other" }, Now, default));
    }
}
