namespace Workflows.Marketing.Messaging;

/// <summary>
/// Follows submitted tasks to their end: asks what came of them, reminds whoever has to do them, and takes back what was
/// not done in time.
/// </summary>
internal sealed class TaskFollowUp(
    ChannelSet channels,
    MessageDispatcherOptions options,
    TimeProvider clock,
    ChannelCalls calls,
    IReadOnlyList<ISendJudge> judges
)
{
    /// <returns>What the checks came to.</returns>
    public async Task<IReadOnlyList<MessageSettlement>> RunAsync(
        IReadOnlyList<SubmittedMessage> submitted,
        CancellationToken cancellationToken
    )
    {
        var byChannel = submitted.GroupBy(message => message.Message.Channel, StringComparer.OrdinalIgnoreCase);
        var settlements = await Task.WhenAll([
            .. byChannel.Select(messages => FollowAsync(messages.Key, [.. messages], cancellationToken)),
        ]);
        return [.. settlements.SelectMany(each => each)];
    }

    private async Task<IEnumerable<MessageSettlement>> FollowAsync(
        string name,
        SubmittedMessage[] messages,
        CancellationToken cancellationToken
    )
    {
        if (!channels.TryGet(name, out var channel) || channel is not ITaskChannel tasks)
        {
            // Another host may know it; without any, the task is over when its time is.
            var receipt = new Receipt.Unavailable($"There is no channel named '{name}' that has tasks.");
            return messages.Select(message => Settle(message, receipt));
        }

        var receipts = await CheckAsync(tasks, messages, cancellationToken);
        var byTask = messages
            .Zip(receipts)
            .GroupBy(pair => pair.First.Reference, StringComparer.Ordinal)
            .Select(task => GoOnAsync(tasks, [.. task], cancellationToken));
        return (await Task.WhenAll(byTask)).SelectMany(each => each);
    }

    private Task<IReadOnlyList<Receipt>> CheckAsync(
        ITaskChannel tasks,
        SubmittedMessage[] messages,
        CancellationToken cancellationToken
    ) => calls.ReceiveAsync(messages.Length, ended => tasks.CheckAsync(messages, ended), cancellationToken);

    private async Task<IEnumerable<MessageSettlement>> GoOnAsync(
        ITaskChannel tasks,
        (SubmittedMessage Message, Receipt Receipt)[] task,
        CancellationToken cancellationToken
    )
    {
        var open = Array.FindAll(task, pair => !IsFinal(pair.Receipt));
        if (open.Length > 0 && Array.TrueForAll(open, pair => IsOver(pair.Message)))
        {
            return await TakeBackAsync(tasks, task, cancellationToken);
        }

        var reminders = await RemindAsync(tasks, open, cancellationToken);
        return task.Select(pair => Settle(pair.Message with { Reminders = reminders }, pair.Receipt));
    }

    /// <summary>Takes a task back, and asks once more: it may have been done in the meantime.</summary>
    private async Task<IEnumerable<MessageSettlement>> TakeBackAsync(
        ITaskChannel tasks,
        (SubmittedMessage Message, Receipt Receipt)[] task,
        CancellationToken cancellationToken
    )
    {
        var reference = task[0].Message.Reference;
        var failure = await calls.RunAsync(ended => tasks.CancelAsync(reference, ended), cancellationToken);
        if (failure is not null)
        {
            var receipt = new Receipt.Unavailable(failure);
            return task.Select(pair => Settle(pair.Message, IsFinal(pair.Receipt) ? pair.Receipt : receipt));
        }

        SubmittedMessage[] messages = [.. task.Select(pair => pair.Message)];
        var receipts = await CheckAsync(tasks, messages, cancellationToken);
        var isUnsent = tasks.CanTakeBack;
        return messages.Zip(receipts, (message, receipt) => Settle(message, receipt, isTakenBack: true, isUnsent));
    }

    private async Task<int> RemindAsync(
        ITaskChannel tasks,
        (SubmittedMessage Message, Receipt Receipt)[] open,
        CancellationToken cancellationToken
    )
    {
        if (open.Length == 0)
        {
            return 0;
        }

        var first = open[0].Message;
        var due = options.Reminders.Count(reminder => first.SubmittedAt + reminder <= clock.GetUtcNow());
        if (due <= first.Reminders)
        {
            return first.Reminders;
        }

        if (!await MayRemindAsync(tasks, open, due, cancellationToken))
        {
            return first.Reminders;
        }

        // Several that fell due while nobody looked are one reminder; one that failed is tried at the next look.
        var failure = await calls.RunAsync(ended => tasks.RemindAsync(first.Reference, ended), cancellationToken);
        return failure is null ? due : first.Reminders;
    }

    private async Task<bool> MayRemindAsync(
        ITaskChannel tasks,
        (SubmittedMessage Message, Receipt Receipt)[] open,
        int number,
        CancellationToken cancellationToken
    )
    {
        var reminder = TaskReminder.Of(tasks, [.. open.Select(pair => pair.Message)], number);
        foreach (var judge in judges)
        {
            if (!await judge.MayRemindAsync(reminder, clock.GetUtcNow(), cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    private MessageSettlement Settle(
        SubmittedMessage submitted,
        Receipt receipt,
        bool isTakenBack = false,
        bool isUnsent = false
    )
    {
        var now = clock.GetUtcNow();
        var (tenant, key) = (submitted.Tenant, submitted.Message.Key);
        return receipt switch
        {
            Receipt.Delivered or Receipt.Ended => ReceiptReading.Final(tenant, key, receipt, now),
            Receipt.Accepted when isTakenBack => NotDone(submitted, now) with { IsUnsent = isUnsent },
            _ when Deadline(submitted) + TimeOf(submitted) <= now => NotDone(submitted, now),
            _ => Pending(submitted, receipt, now),
        };
    }

    private static MessageSettlement.Ended NotDone(SubmittedMessage submitted, DateTimeOffset now)
    {
        var (outcome, code, reason) = submitted switch
        {
            { IsTakenBack: true } => (SendOutcome.Cancelled, ReasonCodes.Cancelled, null),
            _ when submitted.Message.ExpiresAt <= now => (SendOutcome.Expired, ReasonCodes.Expired, null),
            _ => (SendOutcome.Unconfirmed, ReasonCodes.NotConfirmed, "Nobody did the task in time."),
        };
        return new MessageSettlement.Ended(submitted.Tenant, submitted.Message.Key, now, outcome)
        {
            ReasonCode = code,
            Reason = reason,
        };
    }

    private MessageSettlement.Pending Pending(SubmittedMessage submitted, Receipt receipt, DateTimeOffset now)
    {
        var (wait, reference, reason) = receipt switch
        {
            Receipt.Accepted accepted => (accepted.CheckAfter, accepted.Reference, null),
            Receipt.Unavailable failed => (failed.RetryAfter, null, failed.Reason),
            Receipt.Unknown unknown => ((TimeSpan?)null, (string?)null, unknown.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return new MessageSettlement.Pending(
            submitted.Tenant,
            submitted.Message.Key,
            now,
            NextLook(submitted, now, wait ?? options.CheckInterval),
            submitted.Reminders
        )
        {
            Reference = reference,
            Reason = reason,
        };
    }

    /// <summary>After the wait, but in time for the next reminder and for the end.</summary>
    private DateTimeOffset NextLook(SubmittedMessage submitted, DateTimeOffset now, TimeSpan wait)
    {
        var reminders = options.Reminders.Select(reminder => submitted.SubmittedAt + reminder);
        return reminders.Append(Deadline(submitted)).Where(at => at > now).Append(now + wait).Min();
    }

    private DateTimeOffset Deadline(SubmittedMessage submitted)
    {
        var end = submitted.SubmittedAt + TimeOf(submitted);
        return submitted.Message.ExpiresAt is { } expires && expires < end ? expires : end;
    }

    private TimeSpan TimeOf(SubmittedMessage submitted) =>
        channels.TryGet(submitted.Message.Channel, out var channel)
        && channel is ITaskChannel { ConfirmWithin: { } own }
            ? own
            : options.ConfirmWithin;

    // A task that still serves somebody else goes on, and what was taken back ends as the task does.
    private bool IsOver(SubmittedMessage submitted) =>
        submitted.IsTakenBack || Deadline(submitted) <= clock.GetUtcNow();

    private static bool IsFinal(Receipt receipt) => receipt is Receipt.Delivered or Receipt.Ended;
}
