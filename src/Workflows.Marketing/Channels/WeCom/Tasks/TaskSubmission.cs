using Workflows.Marketing.Channels.WeCom.Errors;
using Workflows.Marketing.Channels.WeCom.Intents;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom.Tasks;

/// <summary>
/// Has tasks made at WeCom, each once, although WeCom has no idempotency key: an intent is written down before the call, and
/// after a crash or a lost answer the task is looked for before another may be made (see docs/wecom.md).
/// </summary>
internal sealed class TaskSubmission(
    ISendIntentStore intents,
    TaskReconciliation reconciliation,
    TaskOptions options,
    TimeSpan callTime,
    TimeProvider clock
)
{
    /// <summary>Submits messages of one sender and content.</summary>
    /// <returns>The receipts by the messages' keys.</returns>
    public async Task<IReadOnlyDictionary<string, Receipt>> SubmitAsync(
        ITaskRoute route,
        TaskParcel parcel,
        CancellationToken cancellationToken
    )
    {
        var receipts = new Dictionary<string, Receipt>(StringComparer.Ordinal);
        string[] keys = [.. parcel.Messages.Select(message => message.Key)];
        var known = await intents.FindAsync(parcel.Tenant, keys, cancellationToken);
        foreach (var intent in known.Values.DistinctBy(intent => intent.Id))
        {
            if (await SettleKnownAsync(route, intent, cancellationToken) is { } receipt)
            {
                foreach (var key in known.Where(pair => pair.Value.Id == intent.Id).Select(pair => pair.Key))
                {
                    receipts[key] = receipt;
                }
            }
        }

        var free = parcel.Messages.Where(message => !receipts.ContainsKey(message.Key));
        foreach (var chunk in free.Chunk(route.Most))
        {
            await MakeAsync(route, parcel with { Messages = chunk }, receipts, cancellationToken);
        }

        return receipts;
    }

    /// <returns>The receipt of the intent's messages, or null when they are free again.</returns>
    private async Task<Receipt?> SettleKnownAsync(
        ITaskRoute route,
        SendIntent intent,
        CancellationToken cancellationToken
    )
    {
        if (intent.Reference is { } reference)
        {
            return new Receipt.Accepted(reference, options.CheckEvery);
        }

        var open = await intents.FindOpenAsync(
            intent.Tenant,
            intent.Kind,
            intent.Sender,
            intent.Outline,
            cancellationToken
        );
        return open?.Id == intent.Id
            ? await reconciliation.SettleAsync(route, open, cancellationToken)
            : new Receipt.Unknown("Another host is finding out whether the task was made.");
    }

    private async Task MakeAsync(
        ITaskRoute route,
        TaskParcel parcel,
        Dictionary<string, Receipt> receipts,
        CancellationToken cancellationToken
    )
    {
        var intent = await BeginAsync(route, parcel, cancellationToken);
        if (intent is null)
        {
            SetAll(new Receipt.Unavailable("A task of the same sender and content is being made.", callTime));
            return;
        }

        try
        {
            using var late = new CancellationTokenSource(Deadline(intent), clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
            var task = await route.MakeAsync(parcel, either.Token);
            await FinishAsync(route, parcel, intent, task, receipts, cancellationToken);
        }
        catch (WeComException failure) when (failure.IsUncertain)
        {
            // The intent stays open; whoever tries next looks for the task first.
            SetAll(new Receipt.Unknown(failure.Message));
        }
        catch (WeComException failure)
        {
            await intents.VoidAsync(intent, CancellationToken.None);
            await RefusedAsync(route, parcel, failure, receipts, cancellationToken);
        }

        void SetAll(Receipt receipt)
        {
            foreach (var message in parcel.Messages)
            {
                receipts[message.Key] = receipt;
            }
        }
    }

    private async Task<SendIntent?> BeginAsync(ITaskRoute route, TaskParcel parcel, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var now = clock.GetUtcNow();
            var intent = new SendIntent(
                Guid.CreateVersion7(now),
                parcel.Tenant,
                route.Kind,
                parcel.Sender,
                parcel.Outline,
                now,
                parcel.Messages
            );
            if (await intents.TryBeginAsync(intent, cancellationToken))
            {
                return intent;
            }

            // What stands in the way may be left over from a host that died, with messages that nobody tries any more.
            var open = await intents.FindOpenAsync(
                parcel.Tenant,
                route.Kind,
                parcel.Sender,
                parcel.Outline,
                cancellationToken
            );
            if (open is not null && await reconciliation.SettleAsync(route, open, cancellationToken) is Receipt.Unknown)
            {
                return null;
            }
        }

        return null;
    }

    private TimeSpan Deadline(SendIntent intent)
    {
        // A database that answered late must not let the call begin when others think it is over.
        var left = intent.StartedAt + (callTime * 2) - clock.GetUtcNow();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private async Task FinishAsync(
        ITaskRoute route,
        TaskParcel parcel,
        SendIntent intent,
        NewTask task,
        Dictionary<string, Receipt> receipts,
        CancellationToken cancellationToken
    )
    {
        var isOurs = await intents.MadeAsync(intent, task.Reference, task.Name, CancellationToken.None);
        if (!isOurs)
        {
            // Another host gave this call up for lost and may have made a task of its own: ours goes.
            await route.CancelAsync(task.Reference, cancellationToken);
        }

        foreach (var message in parcel.Messages)
        {
            receipts[message.Key] =
                !isOurs ? new Receipt.Unknown("The task was made too late and taken back.")
                : task.LeftOut.Contains(message.Recipient) ? LeftOut(route.Kind)
                : new Receipt.Accepted(task.Reference, options.CheckEvery);
        }
    }

    /// <summary>The call was refused: because of one recipient the others are tried without, otherwise it holds for all.</summary>
    private async Task RefusedAsync(
        ITaskRoute route,
        TaskParcel parcel,
        WeComException failure,
        Dictionary<string, Receipt> receipts,
        CancellationToken cancellationToken
    )
    {
        if (failure.Error.Kind is WeComErrorKind.Recipient or WeComErrorKind.NotAFriend && parcel.Messages.Count > 1)
        {
            // WeCom does not say which one it means: halves find it.
            foreach (var half in parcel.Messages.Chunk((parcel.Messages.Count + 1) / 2))
            {
                await MakeAsync(route, parcel with { Messages = half }, receipts, cancellationToken);
            }

            return;
        }

        var receipt = WeComReceipts.Of(failure);
        foreach (var message in parcel.Messages)
        {
            receipts[message.Key] = receipt;
        }
    }

    /// <summary>How a message ends that WeCom left out of its task.</summary>
    public static Receipt.Ended LeftOut(SendIntentKind kind) =>
        kind == SendIntentKind.Customers
            ? new Receipt.Ended(
                SendOutcome.NotAFriend,
                WeComReasons.LeftOut,
                "WeCom left the customer out of the task: not a customer of the sender (any more)."
            )
            : new Receipt.Ended(
                SendOutcome.Refused,
                WeComReasons.LeftOut,
                "WeCom left the recipient out of the task: not a group of the sender, or not a member who may post."
            );
}
