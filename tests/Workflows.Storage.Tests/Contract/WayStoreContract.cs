using Workflows.Marketing.Channels.WeCom.Ways;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What ways have to be on every store.</summary>
public abstract class WayStoreContract : IAsyncLifetime
{
    private const int Tenant = 1;
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    protected abstract IWayStore Ways { get; }

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task Begin_SameName_IsRefusedTheSecondTime()
    {
        Assert.True(await BeginAsync("store-1"));
        Assert.False(await BeginAsync("store-1"));
        Assert.True(await BeginAsync("store-2"));

        var way = (await FindAsync("store-1"))!;
        Assert.Equal(("store-1", WayKind.Contact, Now), (way.Spec.Name, way.Spec.Kind, way.MadeAt));
        Assert.Equal(["li", "wang"], way.Spec.Staff);
        Assert.Null(way.Reference);
        Assert.Null(await Ways.FindAsync(2, "store-1", CancellationToken.None));
    }

    [Fact]
    public async Task Save_WhatWeComSaid_IsThereAgain()
    {
        await BeginAsync("store-1");
        var made = New("store-1") with { Reference = "config", Address = "https://wework.qpic.cn/qr" };

        await Ways.SaveAsync(
            Tenant,
            made with
            {
                Spec = made.Spec with { SourceTag = "门店" },
            },
            CancellationToken.None
        );

        var way = (await FindAsync("store-1"))!;
        Assert.Equal(("config", "https://wework.qpic.cn/qr", "门店"), (way.Reference, way.Address, way.Spec.SourceTag));
    }

    [Fact]
    public async Task List_Pages_AreByName()
    {
        foreach (var name in (string[])["c", "a", "b"])
        {
            await BeginAsync(name);
        }

        var first = await Ways.ListAsync(Tenant, null, 2, CancellationToken.None);
        var second = await Ways.ListAsync(Tenant, "b", 2, CancellationToken.None);

        Assert.Equal(["a", "b"], first.Select(way => way.Spec.Name));
        Assert.Equal(["c"], second.Select(way => way.Spec.Name));
    }

    [Fact]
    public async Task Remove_Way_IsGoneAndCanBeBegunAgain()
    {
        await BeginAsync("a");

        await Ways.RemoveAsync(Tenant, "a", CancellationToken.None);

        Assert.Null(await FindAsync("a"));
        Assert.True(await BeginAsync("a"));
    }

    private static Way New(string name) => new(new WaySpec(name, WayKind.Contact) { Staff = ["li", "wang"] }, Now);

    private Task<bool> BeginAsync(string name) => Ways.TryBeginAsync(Tenant, New(name), CancellationToken.None);

    private Task<Way?> FindAsync(string name) => Ways.FindAsync(Tenant, name, CancellationToken.None);
}
