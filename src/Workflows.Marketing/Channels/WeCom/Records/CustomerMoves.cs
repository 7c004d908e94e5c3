using System.Globalization;
using Workflows.Marketing.Channels.WeCom.Errors;
using Workflows.Marketing.Channels.WeCom.Transfers;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom.Records;

/// <summary>
/// Has another member of staff take customers over, on the job or after the old one has left. WeCom gives the customer a day to refuse; what
/// came of it is asked for.
/// </summary>
internal sealed class CustomerMoves(RecordParts parts) : IRecordRoute
{
    private const string Api = "transfer_customer";

    /// <summary>Within this time a customer is handed over on the job <see cref="Uncertain.TransfersIn90Days"/> times at most.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromDays(90);

    private static readonly TimeSpan FirstLook = TimeSpan.FromHours(1);

    public async Task<IReadOnlyList<Receipt>> SendAsync(
        RecordChange change,
        IReadOnlyList<DeliveryAttempt> attempts,
        CancellationToken cancellationToken
    )
    {
        var (move, from) = ((RecordChange.CustomerMove)change, attempts[0].Message.Sender);
        if (from is null)
        {
            return RecordChannel.All(attempts.Count, Ended(WeComReasons.NoSender, "No member of staff is named."));
        }

        var receipts = await RefuseAsync(move, attempts, cancellationToken);
        var open = attempts.Where(attempt => !receipts.ContainsKey(attempt.Message.Key)).ToList();
        if (open.Exists(attempt => attempt.Number > 1))
        {
            // An earlier attempt may have begun it.
            var begun = await ListAsync(move, from, cancellationToken);
            foreach (var attempt in open.Where(attempt => IsBegun(begun, attempt)))
            {
                receipts[attempt.Message.Key] = Accepted(attempt.Message);
            }

            open.RemoveAll(attempt => receipts.ContainsKey(attempt.Message.Key));
        }

        if (open.Count > 0)
        {
            await BeginAsync(move, from, open, receipts, cancellationToken);
        }

        return [.. attempts.Select(attempt => receipts[attempt.Message.Key])];
    }

    public async Task<IReadOnlyList<Receipt>> CheckAsync(
        RecordChange change,
        IReadOnlyList<SubmittedMessage> messages,
        CancellationToken cancellationToken
    )
    {
        var found = await ListAsync((RecordChange.CustomerMove)change, messages[0].Message.Sender!, cancellationToken);
        return [.. messages.Select(message => Read(found, message.Message))];
    }

    private static Receipt Read(Dictionary<string, TransferStatus> found, OutboundMessage message) =>
        found.GetValueOrDefault(RecordChannel.CustomerOf(message)!, TransferStatus.None) switch
        {
            TransferStatus.Done => new Receipt.Delivered(),
            TransferStatus.Refused => Ended("wecom_transfer_refused", "The customer refused to be handed over."),
            TransferStatus.TakerFull => new Receipt.Ended(
                SendOutcome.QuotaReached,
                "wecom_taker_full",
                "The new member of staff has as many customers as allowed."
            ),
            // Not listed yet, or waiting for the customer.
            _ => Accepted(message),
        };

    /// <summary>What needs no call: nobody to move, or moved too lately.</summary>
    private async Task<Dictionary<string, Receipt>> RefuseAsync(
        RecordChange.CustomerMove move,
        IReadOnlyList<DeliveryAttempt> attempts,
        CancellationToken cancellationToken
    )
    {
        Dictionary<string, Receipt> receipts = new(StringComparer.Ordinal);
        string[] customers = [.. attempts.Select(one => RecordChannel.CustomerOf(one.Message)).OfType<string>()];
        var since = parts.Clock.GetUtcNow() - Window;
        var changes = move.HasLeft
            ? []
            : await parts.Changes.FindAsync(parts.Tenant, customers, since, cancellationToken);
        foreach (var message in attempts.Select(attempt => attempt.Message))
        {
            if (RecordChannel.CustomerOf(message) is not { } customer)
            {
                receipts[message.Key] = Ended(WeComReasons.NoIdentity, "The contact is no customer in WeCom.");
            }
            else if (
                changes.Count(one =>
                    one.Kind == OwnChangeKind.CustomerMove
                    && one.At < message.CreatedAt
                    && string.Equals(one.Customer, customer, StringComparison.Ordinal)
                ) >= Uncertain.TransfersIn90Days
            )
            {
                receipts[message.Key] = new Receipt.Ended(
                    SendOutcome.QuotaReached,
                    "wecom_transfer_too_soon",
                    "The customer was handed over within the last 90 days."
                );
            }
        }

        return receipts;
    }

    private async Task BeginAsync(
        RecordChange.CustomerMove move,
        string from,
        IReadOnlyList<DeliveryAttempt> open,
        Dictionary<string, Receipt> receipts,
        CancellationToken cancellationToken
    )
    {
        var keys = open.ToLookup(
            attempt => RecordChannel.CustomerOf(attempt.Message)!,
            attempt => attempt.Message,
            StringComparer.Ordinal
        );
        string[] customers = [.. keys.Select(one => one.Key)];
        OwnChange[] notes =
        [
            .. customers.Select(customer => parts.Change(OwnChangeKind.CustomerMove, from, customer, move.To)),
        ];
        await parts.Changes.NoteAsync(parts.Tenant, notes, cancellationToken);
        var wanted = new TransferCalls.CustomerMove(from, move.To, customers);
        var answer = move.HasLeft
            ? await parts.Client.Transfers.InheritAsync(wanted, cancellationToken)
            : await parts.Client.Transfers.MoveAsync(wanted with { TransferSuccessMsg = move.Text }, cancellationToken);
        var codes = answer.Customer.ToDictionary(one => one.ExternalUserid, one => one.Errcode, StringComparer.Ordinal);
        foreach (var message in keys.SelectMany(one => one))
        {
            var code = codes.GetValueOrDefault(RecordChannel.CustomerOf(message)!);
            receipts[message.Key] = code == 0 ? Accepted(message) : WeComReceipts.Of(Api, code);
        }

        await parts.Changes.ForgetAsync(
            parts.Tenant,
            [.. notes.Where(note => codes.GetValueOrDefault(note.Customer) != 0)],
            cancellationToken
        );
    }

    private async Task<Dictionary<string, TransferStatus>> ListAsync(
        RecordChange.CustomerMove move,
        string from,
        CancellationToken cancellationToken
    )
    {
        Dictionary<string, TransferStatus> found = new(StringComparer.Ordinal);
        string? cursor = null;
        do
        {
            var question = new TransferCalls.TransferQuestion(from, move.To, cursor);
            var page = move.HasLeft
                ? await parts.Client.Transfers.ListInheritedAsync(question, cancellationToken)
                : await parts.Client.Transfers.ListAsync(question, cancellationToken);
            foreach (var one in page.Customer)
            {
                // The same two members may have had the customer between them before: the latest stands last.
                found[one.ExternalUserid] = one.Status;
            }

            cursor = page.NextCursor;
        } while (!string.IsNullOrEmpty(cursor));

        return found;
    }

    private static bool IsBegun(Dictionary<string, TransferStatus> begun, DeliveryAttempt attempt) =>
        begun.TryGetValue(RecordChannel.CustomerOf(attempt.Message)!, out var status)
        && status is TransferStatus.Waiting or TransferStatus.Done;

    // Each message is a task of its own: one customer refuses, another does not.
    private static Receipt.Accepted Accepted(OutboundMessage message) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"transfer:{message.Sender}:{RecordChannel.CustomerOf(message)}"
            ),
            FirstLook
        );

    private static Receipt.Ended Ended(string code, string reason) => new(SendOutcome.Refused, code, reason);
}
