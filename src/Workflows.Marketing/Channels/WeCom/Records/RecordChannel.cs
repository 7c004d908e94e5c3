using Workflows.Marketing.Channels.WeCom.Errors;
using Workflows.Marketing.Channels.WeCom.Transfers;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom.Records;

/// <summary>
/// Changes WeCom's records: tags, notes, who serves a customer, who owns a group. WeCom does not tell us of what we change ourselves; what the
/// comparison finds of it later is recognized and not told as news.
/// </summary>
public sealed class RecordChannel : IBatchChannel, ITaskChannel
{
    /// <summary>The name in the outbox.</summary>
    public const string ChannelName = "wecom-records";

    private readonly TagRecords _tags;
    private readonly NoteRecords _notes;
    private readonly CustomerMoves _customers;
    private readonly GroupMoves _groups;

    /// <param name="parts">What the channel works with.</param>
    public RecordChannel(RecordParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        (_tags, _notes) = (new TagRecords(parts), new NoteRecords(parts));
        (_customers, _groups) = (new CustomerMoves(parts), new GroupMoves(parts));
    }

    /// <inheritdoc/>
    public string Name => ChannelName;

    /// <summary>As many customers, or groups, as WeCom moves in one call.</summary>
    public int MaxBatch => TransferCalls.MostCustomers;

    /// <summary>A transfer ends when the customer has had a day to refuse it, and WeCom may take its time to say so.</summary>
    public TimeSpan? ConfirmWithin => TimeSpan.FromDays(3);

    /// <summary>A transfer that has begun goes on.</summary>
    public bool CanTakeBack => false;

    /// <summary>Transfers between the same two members go together; everything else alone.</summary>
    public string BatchKey(OutboundMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return RecordChange.Read(message.Content.Text) is RecordChange.CustomerMove or RecordChange.GroupMove
            ? $"{message.Sender}|{message.Content.Text}"
            : message.Key;
    }

    /// <inheritdoc/>
    public async Task<Receipt> SendAsync(DeliveryAttempt attempt, CancellationToken cancellationToken) =>
        (await SendAsync([attempt], cancellationToken))[0];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Receipt>> SendAsync(
        IReadOnlyList<DeliveryAttempt> attempts,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(attempts);
        var change = RecordChange.Read(attempts[0].Message.Content.Text);
        if (RouteOf(change) is not { } route)
        {
            return All(attempts.Count, new Receipt.Ended(SendOutcome.Refused, "wecom_no_change", "It says no change."));
        }

        try
        {
            return await route.SendAsync(change!, attempts, cancellationToken);
        }
        catch (WeComException failure)
        {
            return All(attempts.Count, WeComReceipts.Of(failure));
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Receipt>> CheckAsync(
        IReadOnlyList<SubmittedMessage> messages,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(messages);
        var receipts = new Receipt[messages.Count];
        var places = Enumerable.Range(0, messages.Count);
        foreach (var same in places.GroupBy(place => BatchKey(messages[place].Message), StringComparer.Ordinal))
        {
            int[] own = [.. same];
            var found = await CheckSameAsync([.. own.Select(place => messages[place])], cancellationToken);
            for (var i = 0; i < own.Length; i++)
            {
                receipts[own[i]] = found[i];
            }
        }

        return receipts;
    }

    /// <summary>Nobody has to be reminded: the customer takes no step.</summary>
    public Task RemindAsync(string reference, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A transfer that has begun cannot be taken back; it goes on, and nothing else is sent.</summary>
    public Task CancelAsync(string reference, CancellationToken cancellationToken) => Task.CompletedTask;

    internal static string? CustomerOf(OutboundMessage message) =>
        (message.Recipient as Recipient.Person)?.To.Find(IdentityKind.ExternalUserId);

    internal static Receipt[] All(int count, Receipt receipt) => [.. Enumerable.Repeat(receipt, count)];

    private async Task<IReadOnlyList<Receipt>> CheckSameAsync(
        IReadOnlyList<SubmittedMessage> messages,
        CancellationToken cancellationToken
    )
    {
        var change = RecordChange.Read(messages[0].Message.Content.Text);
        try
        {
            return RouteOf(change) is { } route
                ? await route.CheckAsync(change!, messages, cancellationToken)
                : All(messages.Count, new Receipt.Unavailable("It says no change."));
        }
        catch (WeComException failure)
        {
            return All(messages.Count, new Receipt.Unavailable(failure.Message, failure.RetryAfter));
        }
    }

    private IRecordRoute? RouteOf(RecordChange? change) =>
        change switch
        {
            RecordChange.Tags => _tags,
            RecordChange.Note => _notes,
            RecordChange.CustomerMove => _customers,
            RecordChange.GroupMove => _groups,
            _ => null,
        };
}
