using Workflows.Marketing.Channels.WeCom.Errors;
using Workflows.Marketing.Channels.WeCom.Transfers;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom.Records;

/// <summary>Gives groups another owner: at most 300 a day to one owner, and on the job the same group twice in 90 days.</summary>
internal sealed class GroupMoves(RecordParts parts) : IRecordRoute
{
    private const string Api = "groupchat/transfer";
    private const int MostADay = 300;
    private const int MostOnTheJob = 2;
    private static readonly TimeSpan Window = TimeSpan.FromDays(90);

    public async Task<IReadOnlyList<Receipt>> SendAsync(
        RecordChange change,
        IReadOnlyList<DeliveryAttempt> attempts,
        CancellationToken cancellationToken
    )
    {
        var move = (RecordChange.GroupMove)change;
        var receipts = await RefuseAsync(move, attempts, cancellationToken);
        foreach (var attempt in attempts.Where(one => one.Number > 1 && !receipts.ContainsKey(one.Message.Key)))
        {
            if (await IsOwnedAsync(GroupOf(attempt.Message)!, move.To, cancellationToken))
            {
                receipts[attempt.Message.Key] = new Receipt.Delivered();
            }
        }

        List<OutboundMessage> open =
        [
            .. attempts.Select(attempt => attempt.Message).Where(message => !receipts.ContainsKey(message.Key)),
        ];
        var left = await LeftTodayAsync(move.To, cancellationToken);
        foreach (var message in open.Skip(left))
        {
            receipts[message.Key] = new Receipt.Unavailable(
                "The new owner has had 300 groups today, as many as WeCom allows.",
                TomorrowIn()
            );
        }

        if (open.Count > 0 && left > 0)
        {
            await MoveAsync(move, [.. open.Take(left)], receipts, cancellationToken);
        }

        return [.. attempts.Select(attempt => receipts[attempt.Message.Key])];
    }

    public Task<IReadOnlyList<Receipt>> CheckAsync(
        RecordChange change,
        IReadOnlyList<SubmittedMessage> messages,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyList<Receipt>>(
            RecordChannel.All(messages.Count, new Receipt.Unavailable("A group has its owner at once."))
        );

    private async Task<Dictionary<string, Receipt>> RefuseAsync(
        RecordChange.GroupMove move,
        IReadOnlyList<DeliveryAttempt> attempts,
        CancellationToken cancellationToken
    )
    {
        Dictionary<string, Receipt> receipts = new(StringComparer.Ordinal);
        string[] groups = [.. attempts.Select(attempt => GroupOf(attempt.Message)).OfType<string>()];
        var since = parts.Clock.GetUtcNow() - Window;
        var changes = move.HasLeft ? [] : await parts.Changes.FindAsync(parts.Tenant, groups, since, cancellationToken);
        foreach (var message in attempts.Select(attempt => attempt.Message))
        {
            if (GroupOf(message) is not { } group)
            {
                receipts[message.Key] = new Receipt.Ended(
                    SendOutcome.Refused,
                    WeComReasons.Carrier,
                    "Only a group gets another owner."
                );
            }
            else if (
                changes.Count(one =>
                    one.Kind == OwnChangeKind.GroupMove
                    && one.At < message.CreatedAt
                    && string.Equals(one.Customer, group, StringComparison.Ordinal)
                ) >= MostOnTheJob
            )
            {
                receipts[message.Key] = new Receipt.Ended(
                    SendOutcome.QuotaReached,
                    "wecom_transfer_too_soon",
                    "The group got another owner twice within the last 90 days."
                );
            }
        }

        return receipts;
    }

    private async Task MoveAsync(
        RecordChange.GroupMove move,
        IReadOnlyList<OutboundMessage> open,
        Dictionary<string, Receipt> receipts,
        CancellationToken cancellationToken
    )
    {
        OwnChange[] notes =
        [
            .. open.Select(message =>
                parts.Change(OwnChangeKind.GroupMove, message.Sender ?? "", GroupOf(message)!, move.To)
            ),
        ];
        await parts.Changes.NoteAsync(parts.Tenant, notes, cancellationToken);
        var wanted = new TransferCalls.GroupMove(
            [.. notes.Select(note => note.Customer).Distinct(StringComparer.Ordinal)],
            move.To
        );
        var answer = move.HasLeft
            ? await parts.Client.Transfers.InheritGroupsAsync(wanted, cancellationToken)
            : await parts.Client.Transfers.MoveGroupsAsync(wanted, cancellationToken);
        var failed = answer.FailedChatList.ToDictionary(one => one.ChatId, one => one.Errcode, StringComparer.Ordinal);
        foreach (var message in open)
        {
            receipts[message.Key] = failed.TryGetValue(GroupOf(message)!, out var code)
                ? WeComReceipts.Of(Api, code)
                : new Receipt.Delivered();
        }

        await parts.Changes.ForgetAsync(
            parts.Tenant,
            [.. notes.Where(note => failed.ContainsKey(note.Customer))],
            cancellationToken
        );
        await RefreshAsync(wanted.ChatIdList.Where(chat => !failed.ContainsKey(chat)), cancellationToken);
    }

    private async Task RefreshAsync(IEnumerable<string> groups, CancellationToken cancellationToken)
    {
        if (parts.RefreshGroup is { } refresh)
        {
            foreach (var group in groups)
            {
                await refresh(group, cancellationToken);
            }
        }
    }

    private async Task<bool> IsOwnedAsync(string group, string owner, CancellationToken cancellationToken)
    {
        var found = await parts.Client.Groups.GetAsync(group, cancellationToken);
        return string.Equals(found.GroupChat?.Owner, owner, StringComparison.Ordinal);
    }

    private async Task<int> LeftTodayAsync(string owner, CancellationToken cancellationToken)
    {
        var local = TimeZoneInfo.ConvertTime(parts.Clock.GetUtcNow(), parts.TimeZone);
        var midnight = local - local.TimeOfDay;
        var had = await parts.Changes.CountAsync(
            parts.Tenant,
            OwnChangeKind.GroupMove,
            owner,
            midnight,
            cancellationToken
        );
        return Math.Max(0, MostADay - had);
    }

    private TimeSpan TomorrowIn() =>
        TimeSpan.FromDays(1) - TimeZoneInfo.ConvertTime(parts.Clock.GetUtcNow(), parts.TimeZone).TimeOfDay;

    private static string? GroupOf(OutboundMessage message) => (message.Recipient as Recipient.Group)?.GroupId;
}
