using Workflows.Marketing.Messaging;

namespace Workflows.Storage.Messages;

/// <summary>A message: first a row of the outbox, then history.</summary>
internal sealed class MessageRow
{
    public long Id { get; set; }

    public int Tenant { get; set; }

    /// <summary>The effect key; the database refuses the second message of one.</summary>
    public required string Key { get; set; }

    public Guid? ContactId { get; set; }

    /// <summary>Whose turn emitted it: the partition of the work that its outcome wakes.</summary>
    public Guid? Subject { get; set; }

    /// <summary>Who gets it, as JSON.</summary>
    public required string Recipient { get; set; }

    /// <summary>The address of a group or a staff member; null for a person, who is found by contact.</summary>
    public string? Address { get; set; }

    /// <summary>Where exactly, when the recipient's names do not say it; or null.</summary>
    public string? Destination { get; set; }

    public short Carrier { get; set; }

    public required string Channel { get; set; }

    public required string Template { get; set; }

    public required string Text { get; set; }

    /// <summary>The attachments as JSON, or null.</summary>
    public string? Attachments { get; set; }

    public required string Purpose { get; set; }

    public string? Sender { get; set; }

    /// <summary>The content of the library it says, with its version; or null.</summary>
    public string? ContentRef { get; set; }

    public string? Kind { get; set; }

    public string? Product { get; set; }

    public decimal Subsidy { get; set; }

    public int Priority { get; set; }

    public short OnLimit { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    public required string Journey { get; set; }

    public int JourneyVersion { get; set; }

    /// <summary>The instance it belongs to, or null.</summary>
    public Guid? InstanceId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public short State { get; set; }

    public int Attempts { get; set; }

    /// <summary>When the first attempt began that may have arrived; null before it.</summary>
    public DateTimeOffset? FirstAt { get; set; }

    /// <summary>
    /// Queued: the earliest next attempt, or the end of the lease, in the machine's time. Deferred: the earliest attempt,
    /// submitted: the next check, in the journeys' time.
    /// </summary>
    public DateTimeOffset DueAt { get; set; }

    public string? LeaseOwner { get; set; }

    /// <summary>The end of the lease of a submitted message, in the machine's time.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    public DateTimeOffset? SubmittedAt { get; set; }

    public int Reminders { get; set; }

    /// <summary>When the journey or a person took it back, or null.</summary>
    public DateTimeOffset? TakenBackAt { get; set; }

    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>How it ended; null while it has not, and in rows older than outcomes.</summary>
    public short? Outcome { get; set; }

    public string? ReasonCode { get; set; }

    public string? Reference { get; set; }

    public string? LastError { get; set; }

    /// <summary>A new message that its owner is about to deliver.</summary>
    public static MessageRow Leased(int tenant, OutboundMessage message, MessageLease lease)
    {
        var row = Queued(tenant, message);
        row.Attempts = 1;
        row.FirstAt = lease.Now;
        row.DueAt = lease.Until;
        row.LeaseOwner = lease.Owner;
        return row;
    }

    /// <summary>A new message that waits for the dispatcher.</summary>
    public static MessageRow Queued(int tenant, OutboundMessage message) =>
        new()
        {
            Tenant = tenant,
            Key = message.Key,
            ContactId = message.ContactId,
            Subject = message.ContactId,
            Recipient = RecipientJson.Write(message),
            Address = RecipientJson.AddressOf(message),
            Carrier = (short)message.Carrier,
            Channel = message.Channel,
            Template = message.Template,
            Text = message.Content.Text,
            Attachments = AttachmentJson.Write(message.Content),
            Purpose = message.Purpose,
            Destination = message.Destination,
            Sender = message.Sender,
            ContentRef = message.Source?.ToString(),
            Kind = message.Kind,
            Product = message.Product,
            Subsidy = message.Subsidy,
            Priority = message.Priority,
            OnLimit = (short)message.OnLimit,
            ExpiresAt = message.ExpiresAt,
            Journey = message.Journey,
            JourneyVersion = message.JourneyVersion,
            InstanceId = message.InstanceId,
            CreatedAt = message.CreatedAt,
            State = (short)MessageState.Queued,
            DueAt = message.CreatedAt,
        };

    public LeasedMessage ToLeased(MessageLease lease) =>
        new(Tenant, ToMessage(), Attempts, FirstAt ?? CreatedAt)
        {
            IsTakenBack = TakenBackAt is not null,
            MayHaveArrived = FirstAt < lease.Now,
        };

    public SubmittedMessage ToSubmitted() =>
        new(Tenant, ToMessage(), Reference ?? "", SubmittedAt ?? CreatedAt, Reminders)
        {
            IsTakenBack = TakenBackAt is not null,
        };

    public MessageRecord ToRecord() =>
        new(ToMessage(), (MessageState)State, Attempts, DueAt, SettledAt, Reference, LastError)
        {
            Outcome = (SendOutcome?)Outcome ?? OldOutcome((MessageState)State),
            ReasonCode = ReasonCode,
            SubmittedAt = SubmittedAt,
            Reminders = Reminders,
            TakenBackAt = TakenBackAt,
        };

    private OutboundMessage ToMessage() =>
        new(
            Key,
            RecipientJson.Read(Recipient, ContactId),
            (Carrier)Carrier,
            Channel,
            Template,
            new MessageContent(Text, AttachmentJson.Read(Attachments)),
            Purpose,
            CreatedAt,
            Journey,
            JourneyVersion
        )
        {
            ContactId = ContactId,
            Destination = Destination,
            Sender = Sender,
            Source = Marketing.Content.ContentRef.TryParse(ContentRef, out var source) ? source : null,
            Kind = Kind,
            Product = Product,
            Subsidy = Subsidy,
            Priority = Priority,
            OnLimit = (LimitPolicy)OnLimit,
            ExpiresAt = ExpiresAt,
            InstanceId = InstanceId,
        };

    private static SendOutcome? OldOutcome(MessageState state) =>
        state switch
        {
            MessageState.Delivered => SendOutcome.Sent,
            MessageState.Dead => SendOutcome.Failed,
            _ => null,
        };
}
