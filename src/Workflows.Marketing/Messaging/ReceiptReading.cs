using System.Diagnostics;

namespace Workflows.Marketing.Messaging;

/// <summary>What a receipt means for its message.</summary>
internal static class ReceiptReading
{
    /// <summary>After an attempt to send.</summary>
    public static MessageSettlement AfterAttempt(
        LeasedMessage leased,
        Receipt receipt,
        MessageDispatcherOptions options,
        DispatchTime time
    )
    {
        var (tenant, key, now) = (leased.Tenant, leased.Message.Key, time.Now);
        return receipt switch
        {
            Receipt.Ended { ReasonCode: ReasonCodes.UnknownChannel } => Final(tenant, key, receipt, now) with
            {
                IsUnsent = !leased.MayHaveArrived,
            },
            Receipt.Delivered or Receipt.Ended => Final(tenant, key, receipt, now),
            Receipt.Accepted accepted => new MessageSettlement.Submitted(
                tenant,
                key,
                now,
                accepted.Reference,
                now + (accepted.CheckAfter ?? options.CheckInterval)
            ),
            Receipt.Unavailable failed => Again(leased, failed, failed.Reason, options, time),
            Receipt.Unknown unknown => Again(leased, unknown, unknown.Reason, options, time),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The settlement of a receipt that ends its message.</summary>
    public static MessageSettlement.Ended Final(int tenant, string key, Receipt receipt, DateTimeOffset now) =>
        receipt switch
        {
            Receipt.Delivered delivered => new MessageSettlement.Ended(tenant, key, now, SendOutcome.Sent)
            {
                Reference = delivered.Reference,
            },
            Receipt.Ended ended => new MessageSettlement.Ended(tenant, key, now, ended.Outcome)
            {
                ReasonCode = ended.ReasonCode,
                Reason = ended.Reason,
            },
            _ => throw new ArgumentOutOfRangeException(nameof(receipt), receipt, "This does not end a message."),
        };

    private static MessageSettlement Again(
        LeasedMessage leased,
        Receipt receipt,
        string reason,
        MessageDispatcherOptions options,
        DispatchTime time
    )
    {
        var (tenant, key, now) = (leased.Tenant, leased.Message.Key, time.Now);
        var isUnsent = receipt is Receipt.Unavailable && !leased.MayHaveArrived;
        var asked = (receipt as Receipt.Unavailable)?.RetryAfter;
        return leased.Attempt >= options.MaxAttempts
            ? new MessageSettlement.Ended(tenant, key, now, SendOutcome.Failed)
            {
                ReasonCode = ReasonCodes.GivenUp,
                Reason = $"Given up after {leased.Attempt} attempts: {reason}",
                IsUnsent = isUnsent,
            }
            : new MessageSettlement.Postponed(
                tenant,
                key,
                now,
                time.Machine + RetryDelay.After(options, key, leased.Attempt, asked),
                reason
            )
            {
                IsUnsent = isUnsent,
            };
    }
}
