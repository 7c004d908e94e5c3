using Workflows.Marketing.Channels.WeCom.Records;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What own changes have to be on every store.</summary>
public abstract class OwnChangeStoreContract : IAsyncLifetime
{
    private const int Tenant = 1;
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    protected abstract IOwnChangeStore Changes { get; }

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task Note_AgainLater_HasTheLaterTime()
    {
        await NoteAsync(Tag("woA", Now), Tag("woA", Now), Tag("woB", Now));

        await NoteAsync(Tag("woA", Now.AddHours(1)), Tag("woB", Now.AddHours(-1)));

        Assert.Equal([Tag("woA", Now.AddHours(1)), Tag("woB", Now)], await FindAsync(DateTimeOffset.MinValue));
        Assert.Equal([Tag("woA", Now.AddHours(1))], await FindAsync(Now.AddHours(1)));
        Assert.Empty(await Changes.FindAsync(2, ["woA"], DateTimeOffset.MinValue, CancellationToken.None));
    }

    [Fact]
    public async Task Forget_OneOfSeveral_LeavesTheOthers()
    {
        await NoteAsync(Tag("woA", Now), Tag("woB", Now));

        await Changes.ForgetAsync(Tenant, [Tag("woA", Now)], CancellationToken.None);

        Assert.Equal([Tag("woB", Now)], await FindAsync(DateTimeOffset.MinValue));
    }

    [Fact]
    public async Task Count_KindAndValue_CountsThoseSinceTheTime()
    {
        await NoteAsync(Group("wr1", Now), Group("wr2", Now.AddDays(-1)), Group("wr3", Now), Tag("woA", Now));

        Assert.Equal(2, await CountAsync(Now));
        Assert.Equal(3, await CountAsync(Now.AddDays(-1)));
    }

    [Fact]
    public async Task Purge_Old_ForgetsThem()
    {
        await NoteAsync(Tag("woA", Now.AddDays(-1)), Tag("woB", Now));

        Assert.Equal(1, await Changes.PurgeAsync(Now, CancellationToken.None));
        Assert.Equal([Tag("woB", Now)], await FindAsync(DateTimeOffset.MinValue));
    }

    private static OwnChange Tag(string customer, DateTimeOffset at) =>
        new(OwnChangeKind.Tag, "li", customer, "+t1", at);

    private static OwnChange Group(string group, DateTimeOffset at) =>
        new(OwnChangeKind.GroupMove, "", group, "wang", at);

    private Task NoteAsync(params OwnChange[] changes) => Changes.NoteAsync(Tenant, changes, CancellationToken.None);

    private async Task<OwnChange[]> FindAsync(DateTimeOffset since) =>
        [
            .. (await Changes.FindAsync(Tenant, ["woA", "woB"], since, CancellationToken.None)).OrderBy(
                change => change.Customer,
                StringComparer.Ordinal
            ),
        ];

    private Task<int> CountAsync(DateTimeOffset since) =>
        Changes.CountAsync(Tenant, OwnChangeKind.GroupMove, "wang", since, CancellationToken.None);
}
