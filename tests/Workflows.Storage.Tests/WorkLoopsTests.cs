using Microsoft.Extensions.Logging.Abstractions;
using Workflows.Runtime.Durability;

namespace Workflows.Storage.Tests;

public sealed class WorkLoopsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(StorageKind.Sqlite)]
    [InlineData(StorageKind.Postgres)]
    public async Task Run_WorkAndTimers_AreDoneAndLeasesGivenBack(StorageKind kind)
    {
        await using var rig = await StoreRig.OnAsync(kind);
        await rig.PublishAsync(Journeys.Clock("clock"));
        var subject = new Guid(1, 0, 0, new byte[8]);
        var signal = new WorkSignal();
        using var stop = new CancellationTokenSource();
        var loops = Loops(rig, signal);
        var running = loops.RunAsync(stop.Token);

        await rig.SendAsync(subject, "start");
        signal.Raise(PartitionSet.All);
        await UntilAsync(async () => (await rig.DueAsync()).Count == 0);
        rig.Clock.Advance(TimeSpan.FromHours(1));
        signal.Raise(PartitionSet.All);
        await UntilAsync(async () => (await rig.SingleAsync(subject)).Revision == 2);
        await stop.CancelAsync();
        await running.WaitAsync(Patience);

        Assert.Equal(Partitions.Count, (await rig.LeaseAsync(Guid.CreateVersion7(rig.Now))).Count);
    }

    [Fact]
    public async Task Run_TwoHosts_DoEveryItemOnce()
    {
        await using var rig = await StoreRig.OnAsync(StorageKind.Postgres);
        await rig.PublishAsync(Journeys.Counter("counter"));
        Guid[] subjects = [.. Enumerable.Range(1, 50).Select(n => new Guid(n, 0, 0, new byte[8]))];
        var signal = new WorkSignal();
        using var stop = new CancellationTokenSource();
        Task[] hosts = [Loops(rig, signal).RunAsync(stop.Token), Loops(rig, signal).RunAsync(stop.Token)];

        foreach (var word in (string[])["start", "tick", "tick"])
        {
            await rig.Store.EnqueueAsync(
                [.. subjects.Select(subject => StoreRig.Stimulus(subject, word, rig.Now))],
                CancellationToken.None
            );
        }

        await UntilAsync(async () =>
        {
            // Time passes, so that leases are renewed, shared and polled for.
            rig.Clock.Advance(TimeSpan.FromSeconds(1));
            return (await rig.DueAsync()).Count == 0;
        });
        await stop.CancelAsync();
        rig.Clock.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(hosts).WaitAsync(Patience);

        var loaded = await rig.Store.LoadAsync(new InstanceRequest([], subjects, []), CancellationToken.None);
        Assert.Equal(50, loaded.Instances.Count);
        Assert.All(loaded.Instances, instance => Assert.Equal(3, instance.Revision));
    }

    [Fact]
    public void Options_Defaults_AreAsDocumented()
    {
        var options = new WorkLoopOptions();

        Assert.Equal((2, 500, 1), (options.Lanes, options.BatchSize, options.Tenant));
        Assert.Equal(TimeSpan.FromMilliseconds(500), options.PollInterval);
        Assert.Equal(TimeSpan.FromSeconds(15), options.LeaseDuration);
    }

    private static WorkLoops Loops(StoreRig rig, WorkSignal signal) =>
        new(
            rig.Store,
            rig.Runner(),
            rig.Triggers,
            signal,
            rig.Clock,
            new WorkLoopOptions(),
            NullLoggerFactory.Instance
        );

    // The loops' progress shows in the database only, as it would to another host.
    private static async Task UntilAsync(Func<Task<bool>> done)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await done())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
        }
    }
}
