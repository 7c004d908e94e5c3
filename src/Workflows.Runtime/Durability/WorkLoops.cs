using Microsoft.Extensions.Logging;
using Workflows.Runtime.Triggers;

namespace Workflows.Runtime.Durability;

/// <summary>Everything a host does for the queue: it renews leases, runs lanes and keeps schedules going.</summary>
public sealed class WorkLoops
{
    private readonly LeaseLoop _leases;
    private readonly ScheduleLoop _schedules;
    private readonly IReadOnlyList<QueueLoop> _lanes;

    /// <summary>Creates the loops; nothing runs yet.</summary>
    /// <param name="store">Where instances and work are.</param>
    /// <param name="runner">Runs batches.</param>
    /// <param name="triggers">What is published, for its schedules.</param>
    /// <param name="signal">Raised by whoever enqueues work.</param>
    /// <param name="clock">What time it is for journeys: which work is due.</param>
    /// <param name="options">How to work.</param>
    /// <param name="loggers">Told about what went wrong.</param>
    /// <param name="leaseClock">
    /// What time it is for machines: when a host that died loses its partitions. The clock itself unless given; tests in
    /// which the journeys' time stands still need it.
    /// </param>
    public WorkLoops(
        IInstanceStore store,
        InstanceRunner runner,
        TriggerIndex triggers,
        WorkSignal signal,
        TimeProvider clock,
        WorkLoopOptions options,
        ILoggerFactory loggers,
        TimeProvider? leaseClock = null
    )
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(options);
        var context = new WorkLoopContext(options, signal, clock, loggers.CreateLogger<WorkLoops>());

        // A new name for every life: a host must not mistake its former life's leases for its own.
        var owner = Guid.CreateVersion7(clock.GetUtcNow());
        _leases = new LeaseLoop(owner, store, context with { Clock = leaseClock ?? clock });
        _schedules = new ScheduleLoop(store, triggers, runner.Services, context);
        _lanes =
        [
            .. Enumerable
                .Range(0, options.Lanes)
                .Select(lane => new QueueLoop(PartitionSet.Lane(lane, options.Lanes), store, runner, _leases, context)),
        ];
    }

    /// <summary>Works until told to stop; then finishes the running batches and gives up the leases.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        // Leases outlive the lanes: a batch that is being finished still needs its own.
        using var afterLanes = new CancellationTokenSource();
        var leasing = _leases.RunAsync(afterLanes.Token);
        var scheduling = _schedules.RunAsync(stopping);
        await Task.WhenAll(_lanes.Select(lane => lane.RunAsync(stopping)));
        await afterLanes.CancelAsync();
        await Task.WhenAll(leasing, scheduling);
        await _leases.ReleaseAsync();
    }

    /// <summary>Waits until every lane has looked for work once more and found none.</summary>
    public Task WhenIdleAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_lanes.Select(lane => lane.Idle.NextAsync(cancellationToken)));
}
