using System.Globalization;

namespace Workflows.Marketing.Messaging;

/// <summary>Which leased messages may be handed to their channels: not those whose time is over, that were tried too often, or that a judge holds back.</summary>
internal sealed class SendAdmission(IReadOnlyList<ISendJudge> judges, MessageDispatcherOptions options)
{
    /// <returns>The messages that may leave, in their order, and what becomes of the others.</returns>
    public async Task<(IReadOnlyList<LeasedMessage> Admitted, List<MessageSettlement> Settled)> AdmitAsync(
        IReadOnlyList<LeasedMessage> leased,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var settled = new List<MessageSettlement>();
        LeasedMessage[] useful = [.. leased.Where(message => IsOfUse(message, now, settled))];
        var passed = await JudgeAsync([.. useful.Where(IsSaid)], now, settled, cancellationToken);
        var left = passed.Select(message => (message.Tenant, message.Message.Key)).ToHashSet();
        return (
            [.. useful.Where(message => !IsSaid(message) || left.Contains((message.Tenant, message.Message.Key)))],
            settled
        );
    }

    private async Task<IReadOnlyList<LeasedMessage>> JudgeAsync(
        IReadOnlyList<LeasedMessage> admitted,
        DateTimeOffset now,
        List<MessageSettlement> settled,
        CancellationToken cancellationToken
    )
    {
        foreach (var judge in judges)
        {
            if (admitted.Count == 0)
            {
                break;
            }

            var verdicts = await judge.JudgeAsync(admitted, now, cancellationToken);
            admitted = [.. admitted.Where((message, i) => Passes(message, verdicts[i], now, settled))];
        }

        return admitted;
    }

    /// <summary>Tells the judges how messages ended.</summary>
    public async Task CloseAsync(IReadOnlyList<MessageSettlement.Ended> ended, CancellationToken cancellationToken)
    {
        foreach (var judge in judges)
        {
            await judge.CloseAsync(ended, cancellationToken);
        }
    }

    // Records say nothing to anybody: there is nothing to judge.
    private static bool IsSaid(LeasedMessage leased) => leased.Message.Carrier != Carrier.Record;

    private bool IsOfUse(LeasedMessage leased, DateTimeOffset now, List<MessageSettlement> settled)
    {
        if (leased.IsTakenBack)
        {
            settled.Add(Ended(leased, now, SendOutcome.Cancelled, ReasonCodes.Cancelled));
            return false;
        }

        if (leased.Message.ExpiresAt <= now)
        {
            settled.Add(Ended(leased, now, SendOutcome.Expired, ReasonCodes.Expired));
            return false;
        }

        if (leased.Attempt > options.MaxAttempts)
        {
            var reason = $"Given up: {options.MaxAttempts} attempts began and none of them ended.";
            settled.Add(Ended(leased, now, SendOutcome.Failed, ReasonCodes.GivenUp) with { Reason = reason });
            return false;
        }

        return true;
    }

    private static bool Passes(
        LeasedMessage leased,
        Verdict verdict,
        DateTimeOffset now,
        List<MessageSettlement> settled
    )
    {
        var message = leased.Message;
        switch (verdict)
        {
            case Verdict.Dropped dropped:
                settled.Add(Ended(leased, now, SendOutcome.Refused, dropped.Code));
                return false;
            case Verdict.Deferred { Until: var until, Code: var code } when message.OnLimit != LimitPolicy.Defer:
                settled.Add(
                    Ended(leased, now, SendOutcome.Refused, code) with
                    {
                        Until = message.OnLimit == LimitPolicy.Branch ? until : null,
                    }
                );
                return false;
            case Verdict.Deferred { Until: var until, Code: var code } when message.ExpiresAt <= until:
                settled.Add(
                    Ended(leased, now, SendOutcome.Expired, code) with
                    {
                        Reason = string.Create(CultureInfo.InvariantCulture, $"It may not leave before {until:O}."),
                    }
                );
                return false;
            case Verdict.Deferred { Until: var until, Code: var code }:
                settled.Add(new MessageSettlement.Deferred(leased.Tenant, message.Key, now, until, code));
                return false;
            default:
                return true;
        }
    }

    private static MessageSettlement.Ended Ended(
        LeasedMessage leased,
        DateTimeOffset now,
        SendOutcome outcome,
        string code
    ) => new(leased.Tenant, leased.Message.Key, now, outcome) { ReasonCode = code, IsUnsent = !leased.MayHaveArrived };
}
