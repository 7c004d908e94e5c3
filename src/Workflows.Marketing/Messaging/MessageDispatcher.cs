using Workflows.Marketing.Composition;

namespace Workflows.Marketing.Messaging;

/// <summary>
/// Takes messages out of the outbox and hands them to their channels: at least once, with their key, a bounded number at
/// a time, again after a growing delay, and never for ever. Several processes share one outbox by leases.
/// </summary>
public sealed class MessageDispatcher : IDisposable
{
    private readonly IMessageStore _store;
    private readonly ChannelSet _channels;
    private readonly MessageDispatcherOptions _options;
    private readonly TimeProvider _clock;
    private readonly string _owner;
    private readonly SemaphoreSlim _woken = new(0, 1);

    /// <param name="store">The outbox.</param>
    /// <param name="channels">The channels of this process.</param>
    /// <param name="owner">This process, as leases name it; unique among the processes on one outbox.</param>
    /// <param name="options">How hard to try.</param>
    /// <param name="clock">The only clock.</param>
    /// <exception cref="ArgumentException">The options contradict each other; the message lists all mistakes.</exception>
    public MessageDispatcher(
        IMessageStore store,
        ChannelSet channels,
        string owner,
        MessageDispatcherOptions options,
        TimeProvider clock
    )
    {
        ValidOptions.ThrowIfInvalid(options);
        (_store, _channels, _owner, _options, _clock) = (store, channels, owner, options, clock);
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

    /// <summary>Leases one batch, tries each message once, and writes down how that ended.</summary>
    /// <returns>How many messages were leased.</returns>
    public async Task<int> DispatchAsync(CancellationToken stopping)
    {
        var now = _clock.GetUtcNow();
        var lease = new MessageLease(_owner, _options.BatchSize, now, now + _options.LeaseTime);
        var leased = await _store.LeaseAsync(lease, stopping);
        if (leased.Count == 0)
        {
            return 0;
        }

        using var attempts = new CancellationTokenSource();
        await using var stop = stopping.Register(() => attempts.CancelAfter(_options.StopGrace));
        var settlements = new List<MessageSettlement>(leased.Count);
        await Parallel.ForEachAsync(
            // Messages to one contact keep their order; different contacts do not wait for each other.
            leased.GroupBy(message => message.Message.ContactId),
            new ParallelOptions { MaxDegreeOfParallelism = _options.Parallelism },
            async (messages, _) => await DeliverAsync(messages, lease.Until, settlements, attempts.Token)
        );
        // Not cancelled by stopping: what is known to have been delivered is written down.
        await _store.SettleAsync(_owner, settlements, CancellationToken.None);
        return leased.Count;
    }

    /// <inheritdoc/>
    public void Dispose() => _woken.Dispose();

    private async Task DeliverAsync(
        IEnumerable<LeasedMessage> messages,
        DateTimeOffset until,
        List<MessageSettlement> settlements,
        CancellationToken cancellationToken
    )
    {
        foreach (var message in messages)
        {
            // What cannot be finished within the lease is left alone: the lease lapses and somebody tries it later.
            if (cancellationToken.IsCancellationRequested || _clock.GetUtcNow() + _options.AttemptTimeout > until)
            {
                return;
            }

            var settlement = Settle(message, await TryAsync(message, cancellationToken));
            MessageMeter.Count(message.Message.Channel, settlement);
            lock (settlements)
            {
                settlements.Add(settlement);
            }
        }
    }

    private async Task<Receipt> TryAsync(LeasedMessage leased, CancellationToken cancellationToken)
    {
        if (leased.Attempt > _options.MaxAttempts)
        {
            return new Receipt.Refused($"Given up: {_options.MaxAttempts} attempts began and none of them ended.");
        }

        if (!_channels.TryGet(leased.Message.Channel, out var channel))
        {
            return new Receipt.Refused($"There is no channel named '{leased.Message.Channel}'.");
        }

        using var timeout = new CancellationTokenSource(_options.AttemptTimeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await channel.SendAsync(leased.Message, either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return new Receipt.Unavailable($"No answer within {_options.AttemptTimeout.TotalSeconds:0.###} s.");
        }
        catch (OperationCanceledException)
        {
            return new Receipt.Unavailable("The process stopped during the attempt.");
        }
        catch (Exception channelFailed) when (channelFailed is not OutOfMemoryException)
        {
            return new Receipt.Unavailable($"{channelFailed.GetType().Name}: {channelFailed.Message}");
        }
    }

    private MessageSettlement Settle(LeasedMessage leased, Receipt receipt)
    {
        var (tenant, key, now) = (leased.Tenant, leased.Message.Key, _clock.GetUtcNow());
        return receipt switch
        {
            Receipt.Delivered delivered => new MessageSettlement.Delivered(tenant, key, now, delivered.Reference),
            Receipt.Refused refused => new MessageSettlement.Dead(tenant, key, now, refused.Reason),
            Receipt.Unavailable last when leased.Attempt >= _options.MaxAttempts => new MessageSettlement.Dead(
                tenant,
                key,
                now,
                $"Given up after {leased.Attempt} attempts: {last.Reason}"
            ),
            Receipt.Unavailable unavailable => new MessageSettlement.Postponed(
                tenant,
                key,
                now,
                now + RetryDelay.After(_options, key, leased.Attempt, unavailable.RetryAfter),
                unavailable.Reason
            ),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
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
