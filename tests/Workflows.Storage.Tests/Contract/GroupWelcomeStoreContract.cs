using Workflows.Marketing.Channels.WeCom.GroupWelcomes;
using Workflows.Marketing.Messaging;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What group welcomes have to be on every store.</summary>
public abstract class GroupWelcomeStoreContract : IAsyncLifetime
{
    private const int Tenant = 1;
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    protected abstract IGroupWelcomeStore Welcomes { get; }

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task Begin_SameName_IsRefusedTheSecondTime()
    {
        Assert.True(await BeginAsync("福利群"));
        Assert.False(await BeginAsync("福利群"));

        Assert.Equal(New("福利群"), await FindAsync("福利群"));
        Assert.Null(await Welcomes.FindAsync(2, "福利群", CancellationToken.None));
    }

    [Fact]
    public async Task Save_WhatWeComSaid_IsThereAgain()
    {
        await BeginAsync("a");
        var made = New("a") with
        {
            Reference = "msg1",
            Welcome = new GroupWelcome("a", "您好")
            {
                Attachment = new Attachment.MiniProgram("wx1", "pages/index", "首页", "cover.jpg"),
                TellsOwners = true,
            },
        };

        await Welcomes.SaveAsync(Tenant, made, CancellationToken.None);

        Assert.Equal(made, await FindAsync("a"));
    }

    [Fact]
    public async Task List_Welcomes_AreByName()
    {
        foreach (var name in (string[])["c", "a", "b"])
        {
            await BeginAsync(name);
        }

        var list = await Welcomes.ListAsync(Tenant, CancellationToken.None);

        Assert.Equal(["a", "b", "c"], list.Select(kept => kept.Welcome.Name));
    }

    [Fact]
    public async Task Remove_Welcome_IsGoneAndCanBeBegunAgain()
    {
        await BeginAsync("a");

        await Welcomes.RemoveAsync(Tenant, "a", CancellationToken.None);

        Assert.Null(await FindAsync("a"));
        Assert.True(await BeginAsync("a"));
    }

    private static KeptGroupWelcome New(string name) =>
        new(
            new GroupWelcome(name, "欢迎 %NICKNAME%") { Attachment = new Attachment.Link("首页", "https://a.example") },
            Now
        );

    private Task<bool> BeginAsync(string name) => Welcomes.TryBeginAsync(Tenant, New(name), CancellationToken.None);

    private Task<KeptGroupWelcome?> FindAsync(string name) => Welcomes.FindAsync(Tenant, name, CancellationToken.None);
}
