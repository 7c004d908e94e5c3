using Workflows.Marketing.Channels.WeCom.Quotas;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What every counter of calls has to do.</summary>
public abstract class CallQuotaStoreContract : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 8, 15, 42, TimeSpan.Zero);
    private static readonly QuotaWindow Window = QuotaWindow.At("wx1", "/cgi-bin/x", 1, Now);

    protected abstract ICallQuotaStore Quotas { get; }

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task Take_UpToTheLimit_AllOrNone()
    {
        Assert.True(await Quotas.TryTakeAsync(Window, 6, 10, default));
        Assert.False(await Quotas.TryTakeAsync(Window, 5, 10, default));
        Assert.True(await Quotas.TryTakeAsync(Window, 4, 10, default));
        Assert.False(await Quotas.TryTakeAsync(Window, 1, 10, default));
    }

    [Fact]
    public async Task Take_MoreThanThereEverIs_IsRefused()
    {
        Assert.False(await Quotas.TryTakeAsync(Window, 11, 10, default));
        Assert.True(await Quotas.TryTakeAsync(Window, 10, 10, default));
    }

    [Fact]
    public async Task Take_NextWindow_BeginsAnewAndTheLastIsOver()
    {
        Assert.True(await Quotas.TryTakeAsync(Window, 10, 10, default));

        Assert.True(await Quotas.TryTakeAsync(Window with { Start = Window.End }, 10, 10, default));
        Assert.False(await Quotas.TryTakeAsync(Window, 1, 10, default));
    }

    [Fact]
    public async Task Take_OtherApiAccountOrLength_CountsApart()
    {
        Assert.True(await Quotas.TryTakeAsync(Window, 10, 10, default));

        Assert.True(await Quotas.TryTakeAsync(Window with { Api = "/cgi-bin/y" }, 10, 10, default));
        Assert.True(await Quotas.TryTakeAsync(Window with { Account = "wx2" }, 10, 10, default));
        Assert.True(await Quotas.TryTakeAsync(QuotaWindow.At("wx1", "/cgi-bin/x", 60, Now), 10, 10, default));
    }

    [Fact]
    public async Task Take_ManyAtOnce_NeverMoreThanTheLimit()
    {
        var asked = Enumerable.Range(0, 24).Select(_ => Quotas.TryTakeAsync(Window, 3, 20, default));

        Assert.Equal(6, (await Task.WhenAll(asked)).Count(isGranted => isGranted));
    }
}
