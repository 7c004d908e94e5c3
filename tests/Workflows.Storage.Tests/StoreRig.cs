using Microsoft.Extensions.Time.Testing;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Triggers;

namespace Workflows.Storage.Tests;

/// <summary>A store, an engine and a clock that is moved by hand.</summary>
public sealed class StoreRig : IAsyncDisposable
{
    public const int Tenant = 1;
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(15);

    public StoreRig(
        IInstanceStore store,
        DefinitionCatalog catalog,
        TriggerIndex triggers,
        FakeTimeProvider clock,
        TestDatabase? database
    )
    {
        Store = store;
        Catalog = catalog;
        Clock = clock;
        Database = database;
        Triggers = triggers;
    }

    public IInstanceStore Store { get; }

    public DefinitionCatalog Catalog { get; }

    public TriggerIndex Triggers { get; }

    public FakeTimeProvider Clock { get; }

    public TestDatabase? Database { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    public static StoreRig InMemory()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var validator = new WorkflowValidator(new WorkflowCompiler(), []);
        var triggers = new TriggerIndex();
        var catalog = new DefinitionCatalog(new MemoryDefinitionStore(), validator, clock, triggers);
        return new StoreRig(new MemoryInstanceStore(), catalog, triggers, clock, null);
    }

    public static async Task<StoreRig> OnAsync(StorageKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        return new StoreRig(
            database.Get<IInstanceStore>(),
            database.Get<DefinitionCatalog>(),
            database.Get<TriggerIndex>(),
            database.Clock,
            database
        );
    }

    public InstanceRunner Runner(ISubjectSource? subjects = null) =>
        new(Store, new WorkflowRunner(), Catalog, Triggers, subjects);

    public async Task PublishAsync(string json)
    {
        var publication = await Catalog.PublishAsync(json, CancellationToken.None);
        Assert.True(publication.IsPublished, string.Join("\n", publication.Diagnostics));
    }

    public Task SendAsync(Guid subject, string eventName, DateTimeOffset? dueAt = null) =>
        Store.EnqueueAsync([Stimulus(subject, eventName, dueAt ?? Now)], CancellationToken.None);

    public static WorkItem Stimulus(Guid subject, string eventName, DateTimeOffset dueAt) =>
        new()
        {
            Tenant = Tenant,
            Subject = subject,
            Kind = WorkKind.Stimulus,
            DueAt = dueAt,
            Payload = new SubjectStimulus(new Stimulus("Elsa.Event", eventName)),
        };

    public Task<IReadOnlyList<WorkItem>> DueAsync(DateTimeOffset? now = null) =>
        Store.TakeAsync(PartitionSet.All, now ?? Now, 10_000, CancellationToken.None);

    public Task<IReadOnlyList<PartitionLease>> LeaseAsync(Guid owner) =>
        Store.LeaseAsync(owner, Now, LeaseTime, CancellationToken.None);

    /// <summary>Runs what is due until nothing is.</summary>
    public async Task<int> DrainAsync(InstanceRunner? runner = null)
    {
        runner ??= Runner();
        var turns = 0;
        while (await DueAsync() is { Count: > 0 } due)
        {
            turns += (await runner.RunAsync(due, [], Now, CancellationToken.None)).Turns;
        }

        return turns;
    }

    public async Task<WorkflowInstance> SingleAsync(Guid subject)
    {
        var loaded = await Store.LoadAsync(new InstanceRequest([], [subject], []), CancellationToken.None);
        return Assert.Single(loaded.Instances);
    }

    public async Task<WorkflowInstance> FindAsync(Guid id)
    {
        var loaded = await Store.LoadAsync(new InstanceRequest([id], [], []), CancellationToken.None);
        return Assert.Single(loaded.Instances);
    }

    public ValueTask DisposeAsync() => Database?.DisposeAsync() ?? ValueTask.CompletedTask;
}
