using System.Diagnostics;
using Workflows.Marketing.Messaging;

namespace Workflows.Storage.Messages;

/// <summary>A settlement as columns; null in a column that stays as it is, but for the error and the codes, which are always written.</summary>
internal sealed record MessageChange(int Tenant, string Key)
{
    private const int LongestError = 2000;
    private const int LongestCode = 64;

    public MessageState State { get; private init; }

    public DateTimeOffset? DueAt { get; private init; }

    /// <summary>Attempts that the lease counted though nothing was tried: 0 or 1.</summary>
    public int NotTried { get; private init; }

    /// <summary>Whether a message that was taken back meanwhile is looked at again at once.</summary>
    public bool IsRecallable { get; private init; }

    /// <summary>Whether nobody received it so far: the next attempt is the first that may arrive.</summary>
    public bool IsUnsent { get; private init; }

    public DateTimeOffset? SubmittedAt { get; private init; }

    public int? Reminders { get; private init; }

    public DateTimeOffset? SettledAt { get; private init; }

    public SendOutcome? Outcome { get; private init; }

    public string? ReasonCode { get; private init; }

    public string? Reference { get; private init; }

    public string? LastError { get; private init; }

    /// <summary>What whoever waits for it learns; null while it is not over.</summary>
    public MessageOutcome? Told { get; private init; }

    public static MessageChange Of(MessageSettlement settlement)
    {
        var change = new MessageChange(settlement.Tenant, settlement.Key);
        return settlement switch
        {
            MessageSettlement.Ended ended => change with
            {
                State = MessageStates.After(ended.Outcome),
                SettledAt = ended.At,
                Outcome = ended.Outcome,
                ReasonCode = Shorten(ended.ReasonCode, LongestCode),
                Reference = ended.Reference,
                LastError = Shorten(ended.Reason, LongestError),
                Told = new MessageOutcome(
                    ended.Outcome,
                    Shorten(ended.ReasonCode, LongestCode),
                    Shorten(ended.Reason, LongestError),
                    ended.Reference,
                    ended.Until
                ),
            },
            MessageSettlement.Postponed postponed => change with
            {
                State = MessageState.Queued,
                IsRecallable = true,
                IsUnsent = postponed.IsUnsent,
                DueAt = postponed.DueAt,
                LastError = Shorten(postponed.Reason, LongestError),
            },
            MessageSettlement.Deferred deferred => change with
            {
                State = MessageState.Deferred,
                IsRecallable = true,
                DueAt = deferred.Until,
                NotTried = 1,
                ReasonCode = Shorten(deferred.ReasonCode, LongestCode),
            },
            MessageSettlement.Submitted submitted => change with
            {
                State = MessageState.Submitted,
                DueAt = submitted.CheckAt,
                SubmittedAt = submitted.At,
                IsRecallable = true,
                Reference = submitted.Reference,
            },
            MessageSettlement.Pending pending => change with
            {
                State = MessageState.Submitted,
                DueAt = pending.CheckAt,
                Reminders = pending.Reminders,
                Reference = pending.Reference,
                LastError = Shorten(pending.Reason, LongestError),
            },
            _ => throw new UnreachableException(),
        };
    }

    private static string? Shorten(string? text, int longest) => text?.Length > longest ? text[..longest] : text;
}
