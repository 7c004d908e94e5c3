using System.Diagnostics;

namespace Workflows.Marketing.Messaging;

/// <summary>One row of the outbox in memory; guarded by its store.</summary>
internal sealed class MemoryMessage(int tenant, Guid subject, OutboundMessage message)
{
    private int _attempts;
    private DateTimeOffset? _firstAt;
    private DateTimeOffset? _settledAt;
    private DateTimeOffset? _submittedAt;
    private int _reminders;
    private string? _lastError;
    private DateTimeOffset? _takenBackAt;
    private DateTimeOffset _leaseEnd;

    public int Tenant => tenant;

    public Guid Subject => subject;

    public OutboundMessage Message => message;

    public MessageState State { get; private set; } = MessageState.Queued;

    public SendOutcome? Outcome { get; private set; }

    public string? ReasonCode { get; private set; }

    public string? Reference { get; private set; }

    public string? Owner { get; private set; }

    public DateTimeOffset DueAt { get; private set; } = message.CreatedAt;

    public bool IsDue(MessageLease lease) =>
        State switch
        {
            MessageState.Queued => DueAt <= lease.Now,
            MessageState.Deferred => DueAt <= lease.Time,
            MessageState.Submitted => DueAt <= lease.Time && IsFree(lease),
            _ => false,
        };

    /// <summary>Whether a submitted message is in nobody's hands.</summary>
    public bool IsFree(MessageLease lease) => Owner is null || _leaseEnd <= lease.Now;

    public LeasedMessage Lease(MessageLease lease)
    {
        _attempts++;
        _firstAt ??= lease.Now;
        (State, Owner, DueAt) = (MessageState.Queued, lease.Owner, lease.Until);
        return new LeasedMessage(tenant, message, _attempts, _firstAt.Value)
        {
            IsTakenBack = _takenBackAt is not null,
            MayHaveArrived = _firstAt < lease.Now,
        };
    }

    public SubmittedMessage LeaseSubmitted(MessageLease lease)
    {
        (Owner, _leaseEnd) = (lease.Owner, lease.Until);
        return new SubmittedMessage(tenant, message, Reference!, _submittedAt!.Value, _reminders)
        {
            IsTakenBack = _takenBackAt is not null,
        };
    }

    public void Settle(MessageSettlement settlement)
    {
        (Owner, ReasonCode, _lastError) = (null, null, null);
        switch (settlement)
        {
            case MessageSettlement.Ended ended:
                (State, Outcome, _settledAt) = (MessageStates.After(ended.Outcome), ended.Outcome, ended.At);
                (Reference, ReasonCode, _lastError) = (ended.Reference ?? Reference, ended.ReasonCode, ended.Reason);
                break;
            case MessageSettlement.Postponed postponed:
                (State, DueAt, _lastError) = (MessageState.Queued, postponed.DueAt, postponed.Reason);
                _firstAt = postponed.IsUnsent ? null : _firstAt;
                break;
            case MessageSettlement.Deferred deferred:
                (State, DueAt, ReasonCode) = (MessageState.Deferred, deferred.Until, deferred.ReasonCode);
                _attempts--;
                _firstAt = _attempts == 0 ? null : _firstAt;
                break;
            case MessageSettlement.Submitted submitted:
                (State, DueAt, Reference) = (MessageState.Submitted, submitted.CheckAt, submitted.Reference);
                _submittedAt = submitted.At;
                break;
            case MessageSettlement.Pending pending:
                (DueAt, _reminders, _lastError) = (pending.CheckAt, pending.Reminders, pending.Reason);
                Reference = pending.Reference ?? Reference;
                break;
            default:
                throw new UnreachableException();
        }

        if (_takenBackAt is { } at && settlement is not MessageSettlement.Pending)
        {
            DueAt = at;
        }
    }

    public void TakeBack(DateTimeOffset at)
    {
        _takenBackAt ??= at;
        if (Owner is null && DueAt > at)
        {
            DueAt = at;
        }
    }

    public void Requeue(DateTimeOffset dueAt)
    {
        (State, Outcome, DueAt, _settledAt) = (MessageState.Queued, null, dueAt, null);
        (_attempts, _takenBackAt) = (Math.Min(_attempts, 1), null);
    }

    public MessageRecord ToRecord() =>
        new(message, State, _attempts, DueAt, _settledAt, Reference, _lastError)
        {
            Outcome = Outcome,
            ReasonCode = ReasonCode,
            SubmittedAt = _submittedAt,
            TakenBackAt = _takenBackAt,
            Reminders = _reminders,
        };
}
