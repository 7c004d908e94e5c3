using System.Diagnostics;

namespace Workflows.Marketing.Messaging;

/// <summary>One row of the outbox in memory; guarded by its store.</summary>
internal sealed class MemoryMessage(int tenant, OutboundMessage message)
{
    private int _attempts;
    private DateTimeOffset? _firstAt;
    private DateTimeOffset? _settledAt;
    private DateTimeOffset? _submittedAt;
    private int _reminders;
    private string? _lastError;

    public int Tenant => tenant;

    public OutboundMessage Message => message;

    public MessageState State { get; private set; } = MessageState.Queued;

    public SendOutcome? Outcome { get; private set; }

    public string? ReasonCode { get; private set; }

    public string? Reference { get; private set; }

    public string? Owner { get; private set; }

    public DateTimeOffset DueAt { get; private set; } = message.CreatedAt;

    public LeasedMessage Lease(MessageLease lease)
    {
        _attempts++;
        _firstAt ??= lease.Now;
        Hold(lease);
        return new LeasedMessage(tenant, message, _attempts, _firstAt.Value);
    }

    public SubmittedMessage LeaseSubmitted(MessageLease lease)
    {
        Hold(lease);
        return new SubmittedMessage(tenant, message, Reference!, _submittedAt!.Value, _reminders);
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
    }

    public void Requeue(DateTimeOffset dueAt)
    {
        (State, Outcome, DueAt, _settledAt) = (MessageState.Queued, null, dueAt, null);
        _attempts = Math.Min(_attempts, 1);
    }

    public MessageRecord ToRecord() =>
        new(message, State, _attempts, DueAt, _settledAt, Reference, _lastError)
        {
            Outcome = Outcome,
            ReasonCode = ReasonCode,
            SubmittedAt = _submittedAt,
            Reminders = _reminders,
        };

    private void Hold(MessageLease lease) => (Owner, DueAt) = (lease.Owner, lease.Until);
}
