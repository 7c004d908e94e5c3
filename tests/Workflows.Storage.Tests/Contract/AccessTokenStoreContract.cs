using Workflows.Marketing.Channels.Tokens;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What every store of access tokens has to do.</summary>
public abstract class AccessTokenStoreContract : IAsyncLifetime
{
    private const string Account = "wx1:abc";
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Now.AddSeconds(30);

    protected abstract IAccessTokenStore Tokens { get; }

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task Save_ByTheOwner_IsFoundByAll()
    {
        var token = new AccessToken("sealed", Now.AddHours(2));
        Assert.Null(await Tokens.FindAsync(Account, default));

        Assert.True(await Tokens.TryLockAsync(Account, "a", Now, Later, default));
        await Tokens.SaveAsync(Account, "a", token, default);

        Assert.Equal(token, await Tokens.FindAsync(Account, default));
        Assert.Null(await Tokens.FindAsync("wx2:abc", default));
    }

    [Fact]
    public async Task Lock_HeldByAnother_IsRefusedUntilItLapses()
    {
        Assert.True(await Tokens.TryLockAsync(Account, "a", Now, Later, default));

        Assert.False(await Tokens.TryLockAsync(Account, "b", Now.AddSeconds(29), Later, default));
        Assert.True(await Tokens.TryLockAsync("wx2:abc", "b", Now, Later, default));
        Assert.True(await Tokens.TryLockAsync(Account, "b", Later, Later.AddSeconds(30), default));
    }

    [Fact]
    public async Task Save_ByWhomTheLockLeft_ChangesNothing()
    {
        await Tokens.TryLockAsync(Account, "a", Now, Later, default);
        await Tokens.TryLockAsync(Account, "b", Later, Later.AddSeconds(30), default);

        await Tokens.SaveAsync(Account, "a", new AccessToken("late", Now), default);
        await Tokens.ReleaseAsync(Account, "a", default);

        Assert.Null(await Tokens.FindAsync(Account, default));
        Assert.False(await Tokens.TryLockAsync(Account, "c", Later, Later.AddSeconds(30), default));
    }

    [Fact]
    public async Task Release_ByTheOwner_LetsTheNextIn()
    {
        await Tokens.TryLockAsync(Account, "a", Now, Later, default);

        await Tokens.ReleaseAsync(Account, "a", default);

        Assert.True(await Tokens.TryLockAsync(Account, "b", Now, Later, default));
    }

    [Fact]
    public async Task Lock_ManyAtOnce_OneGetsIt()
    {
        var asked = Enumerable.Range(0, 16).Select(n => Tokens.TryLockAsync(Account, $"{n}", Now, Later, default));

        Assert.Single(await Task.WhenAll(asked), isMine => isMine);
    }
}
