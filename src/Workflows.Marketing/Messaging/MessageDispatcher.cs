using Workflows.Marketing.Composition;

namespace Workflows.Marketing.Messaging;

/// <summary>
/// Takes messages out of the outbox and hands them to their channels: at least once, with their key, a bounded number at
/// a time, again after a growing delay, and never for ever. Asks about submitted tasks, reminds, and takes them back when
/// their time is over. Every message ends with exactly one outcome. Several processes share one outbox by leases.
/// </summary>
public sealed class MessageDispatcher : IDisposable
{
    private readonly IMessageStore _store;
    private readonly ChannelSet _channels;
    private readonly MessageDispatcherOptions _options;
    private readonly TimeProvider _clock;
    private readonly TimeProvider _journeys;
    private readonly string _owner;
    private readonly IReadOnlyList<ISendJudge> _judges;
    private readonly SendAdmission _admission;
    private readonly ChannelCalls _calls;
    private readonly Dictionary<string, int> _batches;
    private readonly SemaphoreSlim _woken = new(0, 1);

    /// <param name="store">The outbox.</param>
    /// <param name="channels">The channels of this process.</param>
    /// <param name="owner">This process, as leases name it; unique among the processes on one outbox.</param>
    /// <param name="options">How hard to try.</param>
    /// <param name="clock">The machine's clock, for leases, time-outs and retries.</param>
    /// <param name="judges">Who may hold messages back at send time, in the order they are asked; null for nobody.</param>
    /// <param name="journeys">The journeys' clock, for expiry, limits and deadlines; null where it is the machine's.</param>
    /// <exception cref="ArgumentException">The options contradict each other; the message lists all mistakes.</exception>
    public MessageDispatcher(
        IMessageStore store,
        ChannelSet channels,
        string owner,
        MessageDispatcherOptions options,
        TimeProvider clock,
        IReadOnlyList<ISendJudge>? judges = null,
        TimeProvider? journeys = null
    )
    {
        ArgumentNullException.ThrowIfNull(channels);
        ValidOptions.ThrowIfInvalid(options);
        (_store, _channels, _owner, _options, _clock) = (store, channels, owner, options, clock);
        _journeys = journeys ?? clock;
        _judges = judges ?? [];
        _admission = new SendAdmission(_judges, options);
        _calls = new ChannelCalls(options, clock);
        _batches = channels.Batches(options.LargestBatch);
    }

    /// <summary>Says that there may be new messages; the loop then looks at once instead of at its next poll.</summary>
    public void Wake()
    {
        try
        {
            _woken.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
    }

    /// <summary>Dispatches until <paramref name="stopping"/>; then lets attempts in flight end and returns.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await DispatchAsync(stopping) == 0)
                {
                    await WaitAsync(stopping);
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception outboxFailed) when (outboxFailed is not OutOfMemoryException)
            {
                _options.OnOutboxFailed?.Invoke(outboxFailed);
                await PauseAsync(stopping);
            }
        }
    }

    /// <summary>
    /// Leases one batch of messages to send and one of submitted ones, tries or asks about each once, and writes down what
    /// that came to.
    /// </summary>
    /// <returns>How many messages were leased.</returns>
    public async Task<int> DispatchAsync(CancellationToken stopping)
    {
        using var attempts = new CancellationTokenSource();
        await using var stop = stopping.Register(() => attempts.CancelAfter(_options.StopGrace));
        return await SendAsync(attempts.Token, stopping) + await FollowUpAsync(attempts.Token, stopping);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _woken.Dispose();
        _calls.Dispose();
    }

    private async Task<int> SendAsync(CancellationToken attempts, CancellationToken stopping)
    {
        var lease = Lease(_options.BatchSize);
        var leased = await _store.LeaseAsync(lease, stopping);
        if (leased.Count == 0)
        {
            return 0;
        }

        var (admitted, settled) = await _admission.AdmitAsync(leased, lease.Time, stopping);
        var delivery = new Delivery(_channels, _options, ReadTime, _calls, lease.Until);
        settled.AddRange(await delivery.RunAsync(admitted, attempts));
        await SettleAsync(settled, leased.ToDictionary(one => (one.Tenant, one.Message.Key), one => one.Message));
        return leased.Count;
    }

    private async Task<int> FollowUpAsync(CancellationToken attempts, CancellationToken stopping)
    {
        var submitted = await _store.LeaseSubmittedAsync(Lease(_options.CheckBatchSize), stopping);
        if (submitted.Count == 0)
        {
            return 0;
        }

        var settled = await new TaskFollowUp(_channels, _options, _journeys, _calls, _judges).RunAsync(
            submitted,
            attempts
        );
        await SettleAsync(settled, submitted.ToDictionary(one => (one.Tenant, one.Message.Key), one => one.Message));
        return submitted.Count;
    }

    private MessageLease Lease(int count)
    {
        var (machine, now) = ReadTime();
        return new MessageLease(_owner, count, machine, machine + _options.LeaseTime)
        {
            Time = now,
            Batches = _batches,
        };
    }

    private DispatchTime ReadTime() => DispatchTime.Read(_clock, _journeys);

    private async Task SettleAsync(
        IReadOnlyList<MessageSettlement> settlements,
        Dictionary<(int Tenant, string Key), OutboundMessage> messages
    )
    {
        // Not cancelled by stopping: what is known to have been delivered is written down.
        await _store.SettleAsync(_owner, settlements, CancellationToken.None);
        foreach (var settlement in settlements)
        {
            MessageMeter.Count(messages[(settlement.Tenant, settlement.Key)].Channel, settlement);
        }

        MessageSettlement.Ended[] ended =
        [
            .. settlements
                .OfType<MessageSettlement.Ended>()
                .Select(one => one with { Channel = messages[(one.Tenant, one.Key)].Channel }),
        ];
        if (ended.Length > 0)
        {
            await _admission.CloseAsync(ended, CancellationToken.None);
        }
    }

    private async Task WaitAsync(CancellationToken stopping)
    {
        using var impatience = new CancellationTokenSource(_options.PollInterval, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(impatience.Token, stopping);
        try
        {
            await _woken.WaitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // Time for a look, or to stop.
        }
    }

    private async Task PauseAsync(CancellationToken stopping)
    {
        try
        {
            await Task.Delay(_options.PollInterval, _clock, stopping);
        }
        catch (OperationCanceledException)
        {
            // Asked to stop while waiting for the database to come back.
        }
    }
}
