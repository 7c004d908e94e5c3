using System.Reflection;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Experiments;
using Workflows.Runtime.Activities;
using Workflows.Storage.Contacts;
using Workflows.Storage.Experiments;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What reports of experiments have to say on every database.</summary>
public abstract class SqlExperimentContract(StorageKind kind) : IAsyncLifetime
{
    private const int Tenant = 1;
    private static readonly DateTimeOffset Now = new(2025, 12, 1, 8, 0, 0, TimeSpan.Zero);

    private TestDatabase _database = null!;
    private int _keys;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(kind);

    public async Task DisposeAsync() => await _database.DisposeAsync();

    /// <summary>Public to private, by what a card in the parcel led to first (S3-40).</summary>
    [Fact]
    public async Task Read_OfBothOrdersOfACard_SaysTheRateOfEach()
    {
        var (a, b, c, d) = (await MeetAsync("a"), await MeetAsync("b"), await MeetAsync("c"), await MeetAsync("d"));
        var orders = typeof(PackageOrderExperiment).GetCustomAttribute<FlowNodeAttribute>()!.Outcomes;
        await DrawAsync("card", orders[0], Now, a, b, c);
        await DrawAsync("card", orders[1], Now, d);
        await GoalAsync("a", Now.AddDays(1));
        await GoalAsync("b", Now.AddDays(2));
        await GoalAsync("c", Now.AddDays(9));

        var report = await ReadAsync("card", TimeSpan.FromDays(7));

        Assert.Equal(
            [("FriendFirst", 0.0), ("GroupFirst", 2.0 / 3)],
            report.Arms.Select(arm => (arm.Name, arm.Rate!.Value))
        );
    }

    [Fact]
    public async Task Read_DrawsAndGoals_CountsEveryContactOnce()
    {
        var (a, b, c, d) = (await MeetAsync("a"), await MeetAsync("b"), await MeetAsync("c"), await MeetAsync("d"));
        await DrawAsync("join", "direct", Now, a, b, c);
        await DrawAsync("join", "owner", Now, d);
        // Drawn again: the first time counts, in the first arm.
        await DrawAsync("join", "owner", Now.AddDays(1), a);
        await DrawAsync("other", "owner", Now, a);
        await GoalAsync("a", Now.AddDays(1));
        await GoalAsync("a", Now.AddDays(2));
        await GoalAsync("b", Now.AddDays(-1));
        await GoalAsync("c", Now.AddDays(8));
        await GoalAsync("d", Now.AddDays(7));

        var report = await ReadAsync("join", TimeSpan.FromDays(7));

        Assert.Equal([new ExperimentArm("direct", 3, 1), new ExperimentArm("owner", 1, 1)], report.Arms);
        Assert.Equal(2, (await ReadAsync("join", TimeSpan.FromDays(8))).Arms[0].Reached);
        Assert.Empty((await ReadAsync("nothing", TimeSpan.FromDays(7))).Arms);
    }

    private Task<ExperimentReport> ReadAsync(string experiment, TimeSpan within) =>
        _database
            .Get<ExperimentReports>()
            .ReadAsync(Tenant, experiment, "group.joined", within, CancellationToken.None);

    private Task<Guid> MeetAsync(string customer) => SayAsync(customer, "contact.joined", Now.AddDays(-9));

    private Task<Guid> GoalAsync(string customer, DateTimeOffset at) => SayAsync(customer, "group.joined", at);

    private async Task<Guid> SayAsync(string customer, string type, DateTimeOffset at)
    {
        var told = new ContactEvent(
            "wecom",
            $"{_keys++}",
            type,
            at,
            [new ContactIdentity(IdentityKind.ExternalUserId, customer)]
        );
        var receipts = await _database
            .Get<IContactStore>()
            .AcceptAsync(Tenant, [told], Now.AddDays(20), CancellationToken.None);
        return receipts[0].ContactId;
    }

    private async Task DrawAsync(string experiment, string arm, DateTimeOffset at, params Guid[] contacts)
    {
        await using var context = _database.Get<WorkflowsDbContextFactory>().Create();
        context.AddRange(
            contacts.Select(contact => new HistoryRow
            {
                Tenant = Tenant,
                Key = $"k{_keys++}",
                ContactId = contact,
                Kind = (short)HistoryKind.Experiment,
                At = at,
                Before = experiment,
                After = arm,
                By = "journey",
            })
        );
        await context.SaveChangesAsync();
    }
}
