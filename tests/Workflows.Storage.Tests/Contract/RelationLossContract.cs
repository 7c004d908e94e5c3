using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Journal;
using Workflows.Storage.Instances;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What both databases have to do with journeys whose speaker the contact deletes (S0-04).</summary>
public abstract class RelationLossContract(StorageKind kind) : IAsyncLifetime
{
    private static readonly ContactIdentity Name = new(IdentityKind.ExternalUserId, "ann");
    private StoreRig _rig = null!;
    private int _events;

    public async Task InitializeAsync() => _rig = await StoreRig.OnAsync(kind);

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Theory]
    // journeys | who leaves, how | journeys that end
    [InlineData("zhang li -", "zhang customer", "zhang")]
    [InlineData("zhang -", "zhang customer,li staff", "zhang -")]
    [InlineData("zhang li", "zhang transfer", "")]
    [InlineData("zhang", "zhang unknown", "zhang")]
    [InlineData("counter", "zhang customer,li customer", "")]
    public async Task RelationLost_JourneysThatSpeakThroughTheMember_EndAndSendNothing(
        string journeys,
        string losses,
        string ended
    )
    {
        await SayAsync("relation.added", "zhang");
        var ann = await SayAsync("relation.added", "li");
        foreach (var journey in journeys.Split(' '))
        {
            await _rig.PublishAsync(
                journey is "counter" ? Journeys.Counter(journey) : Journeys.Chat(Id(journey), journey.Trim('-'))
            );
        }

        await DrainAsync();
        await _rig.SendAsync(ann, "start");
        await DrainAsync();

        foreach (var loss in losses.Split(','))
        {
            await SayAsync("relation.lost", loss.Split(' ')[0], loss.Split(' ')[1]);
        }

        await DrainAsync();

        string[] expected = [.. ended.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Id).Order()];
        var instances = await InstancesAsync(ann);
        Assert.Equal(expected, Names(instances.Where(one => one.SubStatus == WorkflowSubStatus.Cancelled)));
        Assert.Equal(journeys.Split(' ').Length - expected.Length, instances.Count(one => one.FinishedAt is null));
        await AssertQuietAsync(instances);
    }

    [Fact]
    public async Task RelationLost_ToldLateAboutAnOldTime_EndsNothing()
    {
        var ann = await SayAsync("relation.added", "zhang");
        await _rig.PublishAsync(Journeys.Chat("chat", "zhang"));
        await DrainAsync();
        await _rig.SendAsync(ann, "start");
        await DrainAsync();

        await SayAsync("relation.lost", "zhang", "customer", _rig.Now.AddDays(-30));
        await DrainAsync();

        Assert.Null((await _rig.SingleAsync(ann)).FinishedAt);
    }

    private static string Id(string journey) => journey is "-" ? "open" : journey;

    private static string[] Names(IEnumerable<WorkflowInstance> instances) =>
        [.. instances.Select(one => one.Graph.DefinitionId).Order(StringComparer.Ordinal)];

    // What is over has said why, and its message is taken back; what runs goes on.
    private async Task AssertQuietAsync(IReadOnlyCollection<WorkflowInstance> instances)
    {
        var messages = await _rig.Database!.Get<IMessageStore>()
            .LeaseAsync(new MessageLease("a", 10, _rig.Now, _rig.Now.AddMinutes(1)), CancellationToken.None);
        foreach (var instance in instances.Where(one => one.Graph.DefinitionId is not "counter"))
        {
            var message = Assert.Single(messages, one => one.Message.InstanceId == instance.Id);
            Assert.Equal(instance.FinishedAt is not null, message.IsTakenBack);
            var journal = await _rig.Database!.Get<InstanceQueries>()
                .JournalAsync(StoreRig.Tenant, instance.Id, 0, 100, CancellationToken.None);
            var reasons = journal
                .SelectMany(row => row.Entries)
                .Where(entry => entry.Event == JournalEvent.Canceled)
                .Select(entry => $"{entry.Data!["reason"]}");
            Assert.Equal(instance.FinishedAt is null ? [] : ["relation_lost"], reasons);
        }
    }

    private async Task<IReadOnlyCollection<WorkflowInstance>> InstancesAsync(Guid subject)
    {
        var found = new List<WorkflowInstance>();
        await using var context = _rig.Database!.Get<WorkflowsDbContextFactory>().Create();
        var ids = context.Set<InstanceRow>().Where(row => row.Subject == subject).Select(row => row.Id);
        foreach (var id in await ids.ToListAsync())
        {
            found.Add(await _rig.FindAsync(id));
        }

        return found;
    }

    private async Task<Guid> SayAsync(string type, string staff, string? by = null, DateTimeOffset? at = null)
    {
        _rig.Clock.Advance(TimeSpan.FromSeconds(1));
        var data = by is null ? $$"""{"staff":"{{staff}}"}""" : $$"""{"staff":"{{staff}}","by":"{{by}}"}""";
        var one = new ContactEvent("t", $"{++_events}", type, at ?? _rig.Now, [Name], data);
        var contacts = _rig.Database!.Get<IContactStore>();
        return (await contacts.AcceptAsync(StoreRig.Tenant, [one], _rig.Now, CancellationToken.None))[0].ContactId;
    }

    private Task<int> DrainAsync() => _rig.DrainAsync(_rig.Runner(_rig.Database!.Get<ISubjectSource>()));
}
