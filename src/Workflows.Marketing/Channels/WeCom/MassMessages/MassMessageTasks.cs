using Workflows.Marketing.Channels.WeCom.Errors;
using Workflows.Marketing.Channels.WeCom.Intents;
using Workflows.Marketing.Channels.WeCom.Tasks;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom.MassMessages;

/// <summary>Mass messages (企业群发) to customers or to groups.</summary>
internal sealed class MassMessageTasks(
    SendIntentKind kind,
    MassMessageCalls calls,
    MassMessageSearch search,
    MassMessageResults results,
    TaskOptions options
) : ITaskRoute
{
    public SendIntentKind Kind => kind;

    public int Most => kind == SendIntentKind.Groups ? MassMessageCalls.MostGroups : MassMessageCalls.MostCustomers;

    public (string? Recipient, Receipt.Ended? Mistake) Address(OutboundMessage message) =>
        message.Recipient switch
        {
            Recipient.Group when string.IsNullOrEmpty(message.Sender) => (
                null,
                new(SendOutcome.Refused, WeComReasons.NoSender, "A message to a group names the member who sends it.")
            ),
            Recipient.Group group => (group.GroupId, null),
            Recipient.Person person when person.To.Find(IdentityKind.ExternalUserId) is { } id => (id, null),
            _ => (null, new(SendOutcome.NotAFriend, WeComReasons.NoIdentity, "The contact has no external_userid.")),
        };

    public async Task<NewTask> MakeAsync(TaskParcel parcel, CancellationToken cancellationToken)
    {
        string[] recipients = [.. parcel.Messages.Select(message => message.Recipient)];
        var message = new MassMessageCalls.MassMessage(ChatType(kind))
        {
            ExternalUserid = kind == SendIntentKind.Customers ? recipients : null,
            ChatIdList = kind == SendIntentKind.Groups ? recipients : null,
            Sender = parcel.Sender.Length == 0 ? null : parcel.Sender,
            Text = parcel.Content.Text,
            Attachments = parcel.Content.Attachments.Count == 0 ? null : parcel.Content.Attachments,
        };
        var made = await calls.AddAsync(message, cancellationToken);
        return string.IsNullOrEmpty(made.Msgid)
            ? throw WeComException.Lost("add_msg_template", "the answer has no msgid")
            : new NewTask(made.Msgid, made.Msgid, (made.FailList ?? []).ToHashSet(StringComparer.Ordinal));
    }

    public Task<FoundTask> FindAsync(SendIntent open, CancellationToken cancellationToken) =>
        search.FindAsync(open, cancellationToken);

    public async Task<IReadOnlyList<Receipt>> CheckAsync(
        string reference,
        IReadOnlyList<OutboundMessage> messages,
        CancellationToken cancellationToken
    )
    {
        var found = await results.ListAsync(reference, messages[0].Sender ?? "", cancellationToken);
        var byRecipient = found.ToLookup(result => RecipientOf(kind, result), StringComparer.Ordinal);
        return [.. messages.Select(message => Read(reference, byRecipient, Address(message).Recipient ?? ""))];
    }

    public async Task RemindAsync(string reference, CancellationToken cancellationToken)
    {
        try
        {
            await calls.RemindAsync(reference, cancellationToken);
        }
        catch (WeComException failure)
            when (failure.IsUncertain || failure.Error.Kind is WeComErrorKind.Refused or WeComErrorKind.Limited)
        {
            // A reminder too few is better than one too many: WeCom takes three in 24 hours.
        }
    }

    public async Task CancelAsync(string reference, CancellationToken cancellationToken)
    {
        try
        {
            await calls.CancelAsync(reference, cancellationToken);
        }
        catch (WeComException failure) when (failure.Error.Kind == WeComErrorKind.Refused)
        {
            // There is no such task (any more): nothing will be sent.
        }
    }

    /// <summary>WeCom's word for the kind.</summary>
    public static string ChatType(SendIntentKind kind) => kind == SendIntentKind.Groups ? "group" : "single";

    /// <summary>Who a result is about.</summary>
    public static string RecipientOf(SendIntentKind kind, MassMessageCalls.Result result) =>
        (kind == SendIntentKind.Groups ? result.ChatId : result.ExternalUserid)?.Trim() ?? "";

    private Receipt Read(string reference, ILookup<string, MassMessageCalls.Result> byRecipient, string recipient)
    {
        if (byRecipient.Count == 0)
        {
            // WeCom is still handing the task out.
            return new Receipt.Accepted(reference, options.CheckEvery);
        }

        // Without a sender a customer may be listed for several members: one that was reached counts.
        var statuses = byRecipient[recipient].Select(result => Uncertain.Status(result.Status)).ToList();
        return statuses switch
        {
            [] => TaskSubmission.LeftOut(kind),
            _ when statuses.Contains(SendStatus.Sent) => new Receipt.Delivered(reference),
            _ when statuses.Contains(SendStatus.Unsent) => new Receipt.Accepted(reference, options.CheckEvery),
            _ when statuses.Contains(SendStatus.QuotaReached) => new Receipt.Ended(
                SendOutcome.QuotaReached,
                WeComReasons.QuotaReached,
                "WeCom: the customer has had as many mass messages as allowed."
            ),
            _ => new Receipt.Ended(
                SendOutcome.NotAFriend,
                WeComReasons.NotAFriend,
                "WeCom: the customer is not a friend of the sender."
            ),
        };
    }
}
