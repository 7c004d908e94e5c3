using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Channels.WeCom.Callbacks;

/// <summary>
/// Turns kept callbacks into events of contacts: in batches, at least once, with ids that make the second time harmless. Several processes
/// share the inbox by leases; one callback that cannot be understood holds up no other.
/// </summary>
public sealed class CallbackLoop
{
    private const int BatchSize = 200;

    // Short: what a process that dies was reading may hold the code of a welcome, which is good for 20 seconds.
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CleanEvery = TimeSpan.FromHours(1);

    private readonly ICallbackStore _store;
    private readonly ContactEventIntake _intake;
    private readonly CallbackSignal _signal;
    private readonly CallbackLoopOptions _options;
    private readonly TimeProvider _clock;
    private DateTimeOffset _cleanedAt = DateTimeOffset.MinValue;

    /// <param name="store">The inbox.</param>
    /// <param name="intake">Takes the events.</param>
    /// <param name="signal">Wakes the loop.</param>
    /// <param name="options">Whose inbox, and who reads it.</param>
    /// <param name="clock">Times leases: the machine's clock, so that a dead process's work moves on.</param>
    public CallbackLoop(
        ICallbackStore store,
        ContactEventIntake intake,
        CallbackSignal signal,
        CallbackLoopOptions options,
        TimeProvider clock
    ) => (_store, _intake, _signal, _options, _clock) = (store, intake, signal, options, clock);

    /// <summary>Reads the inbox until <paramref name="stopping"/>.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await CleanAsync(stopping);
                if (await ReadAsync(stopping) == 0)
                {
                    await WaitAsync(stopping);
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failed) when (failed is not OutOfMemoryException)
            {
                _options.OnFailed?.Invoke(failed);
                await WaitAsync(stopping);
            }
        }
    }

    /// <summary>Reads one batch.</summary>
    /// <returns>How many callbacks were read.</returns>
    public async Task<int> ReadAsync(CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        var leased = await _store.LeaseAsync(
            _options.Tenant,
            _options.Owner,
            BatchSize,
            now,
            now + LeaseTime,
            cancellationToken
        );
        if (leased.Count > 0)
        {
            var settlements = await ReadAsync(leased, cancellationToken);
            await _store.SettleAsync(_options.Tenant, _options.Owner, settlements, cancellationToken);
        }

        return leased.Count;
    }

    private async Task<List<CallbackSettlement>> ReadAsync(
        IReadOnlyList<LeasedCallback> leased,
        CancellationToken cancellationToken
    )
    {
        (LeasedCallback Leased, WeComCallback? Callback)[] read =
        [
            .. leased.Select(one => (one, WeComCallback.Read(one.Xml))),
        ];
        await Task.WhenAll(read.Select(one => GreetAsync(one.Leased, one.Callback, cancellationToken)));
        var told = read.Select(one => (Callback: one.Leased, Events: Tell(one.Leased, one.Callback))).ToArray();
        var settlements = await TakeAsync(told, cancellationToken);
        if (_options.Ties is { } ties)
        {
            var known = read.Where(one => one.Callback is not null)
                .Select(one => (one.Callback!, one.Leased.ReceivedAt));
            await ties.SaveAsync(_options.Tenant, CallbackTies.Of(known), cancellationToken);
        }

        Array.ForEach(read, one => Announce(one.Callback));
        return settlements;
    }

    private void Announce(WeComCallback? callback)
    {
        if (callback is not null)
        {
            _options.OnRead?.Invoke(callback);
        }
    }

    private async Task<List<CallbackSettlement>> TakeAsync(
        (LeasedCallback Callback, IReadOnlyList<ContactEvent> Events)[] told,
        CancellationToken cancellationToken
    )
    {
        ContactEvent[] events = [.. told.SelectMany(one => one.Events)];
        if (events.Length is > 0 and <= ContactEventIntake.MaxBatch && await IsTakenAsync(events, cancellationToken))
        {
            return
            [
                .. told.Select(one =>
                    Settled(one.Events.Count == 0 ? CallbackState.Kept : CallbackState.Handled, one.Callback)
                ),
            ];
        }

        List<CallbackSettlement> settlements = [];
        foreach (var (callback, said) in told)
        {
            settlements.Add(await ReadAloneAsync(callback, said, cancellationToken));
        }

        return settlements;
    }

    private async Task GreetAsync(LeasedCallback leased, WeComCallback? callback, CancellationToken cancellationToken)
    {
        if (
            _options.Greet is not { } greet
            || _signal.IsGreetedHere(leased.Key)
            || callback is not { WelcomeCode: not null }
        )
        {
            return;
        }

        try
        {
            await greet(callback, leased.ReceivedAt, cancellationToken);
        }
        catch (Exception failed) when (failed is not (OutOfMemoryException or OperationCanceledException))
        {
            // What the callback tells is worth more than the greeting.
            _options.OnFailed?.Invoke(failed);
        }
    }

    private static IReadOnlyList<ContactEvent> Tell(LeasedCallback leased, WeComCallback? callback) =>
        callback is null ? [] : CallbackEvents.Of(callback, leased.ReceivedAt);

    private async Task<bool> IsTakenAsync(IReadOnlyList<ContactEvent> events, CancellationToken cancellationToken) =>
        (await _intake.AcceptAsync(_options.Tenant, events, cancellationToken)).IsAccepted;

    private async Task<CallbackSettlement> ReadAloneAsync(
        LeasedCallback callback,
        IReadOnlyList<ContactEvent> events,
        CancellationToken cancellationToken
    )
    {
        if (events.Count == 0)
        {
            return Settled(CallbackState.Kept, callback);
        }

        // A group's change may name more people than one batch holds.
        foreach (var chunk in events.Chunk(ContactEventIntake.MaxBatch))
        {
            var result = await _intake.AcceptAsync(_options.Tenant, chunk, cancellationToken);
            if (!result.IsAccepted)
            {
                return Settled(CallbackState.Dead, callback, result.Diagnostics[0].Message);
            }
        }

        return Settled(CallbackState.Handled, callback);
    }

    private CallbackSettlement Settled(CallbackState state, LeasedCallback callback, string? reason = null) =>
        new(callback.Key, state, _clock.GetUtcNow(), reason);

    private async Task CleanAsync(CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        if (now - _cleanedAt >= CleanEvery)
        {
            await _store.RemoveAsync(_options.Tenant, now, now - _options.KeptFor, cancellationToken);
            _cleanedAt = now;
        }
    }

    private async Task WaitAsync(CancellationToken stopping)
    {
        using var poll = new CancellationTokenSource(Poll, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(poll.Token, stopping);
        try
        {
            await _signal.Work.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // Time to look, or to stop.
        }
    }
}
