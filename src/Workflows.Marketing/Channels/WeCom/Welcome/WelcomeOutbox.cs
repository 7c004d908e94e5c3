using Workflows.Marketing.Limits;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom.Welcome;

/// <summary>Sends a welcome that no turn emits, past the dispatcher's queue and by its rules.</summary>
/// <param name="messages">The outbox.</param>
/// <param name="channel">The channel.</param>
/// <param name="options">How receipts are read.</param>
/// <param name="owner">This process, as leases name it.</param>
/// <param name="clock">Times leases: the machine's clock.</param>
/// <param name="limits">Count what was said, so that an offer may follow a welcome (S1-13); null where nobody counts.</param>
public sealed class WelcomeOutbox(
    IMessageStore messages,
    IChannel channel,
    MessageDispatcherOptions options,
    string owner,
    TimeProvider clock,
    LimitJudge? limits = null
)
{
    private readonly Gathering<MessageSettlement, bool> _settled = new(async settlements =>
    {
        await messages.SettleAsync(owner, settlements, CancellationToken.None);
        return [.. settlements.Select(_ => true)];
    });

    private readonly Gathering<LeasedMessage, bool>? _counted = limits is null
        ? null
        : new(async greetings =>
        {
            await limits.CountAsync(greetings, clock.GetUtcNow(), CancellationToken.None);
            return [.. greetings.Select(_ => true)];
        });

    // Short, so that when this process dies another has time left; long enough for one attempt.
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan AttemptTime = TimeSpan.FromSeconds(5);

    /// <param name="tenant">Whose message.</param>
    /// <param name="message">The message.</param>
    /// <param name="left">How long it is of use.</param>
    /// <param name="mistake">Why it cannot be sent at all, or null.</param>
    /// <returns>How it ended, or null when the message is known: somebody else sends it, or has.</returns>
    internal async Task<MessageSettlement?> SendAsync(
        int tenant,
        OutboundMessage message,
        TimeSpan left,
        Receipt.Ended? mistake
    )
    {
        var now = clock.GetUtcNow();
        var lease = new MessageLease(owner, 1, now, now + LeaseTime);
        var leased = await messages.AddAsync(
            tenant,
            message with
            {
                ExpiresAt = now + left,
            },
            lease,
            CancellationToken.None
        );
        if (leased is null)
        {
            return null;
        }

        var settlement = ReceiptReading.AfterAttempt(
            leased,
            mistake ?? await TryAsync(leased),
            options,
            DispatchTime.Read(clock, clock)
        );
        await _settled.AskAsync(settlement);
        if (_counted is not null && settlement is MessageSettlement.Ended { IsUnsent: false })
        {
            await _counted.AskAsync(leased);
        }

        MessageMeter.Count(message.Channel, settlement);
        return settlement;
    }

    private async Task<Receipt> TryAsync(LeasedMessage leased)
    {
        using var timeout = new CancellationTokenSource(AttemptTime, clock);
        try
        {
            return await channel.SendAsync(leased.ToAttempt(), timeout.Token);
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            return new Receipt.Unknown($"{failed.GetType().Name}: {failed.Message}");
        }
    }
}
