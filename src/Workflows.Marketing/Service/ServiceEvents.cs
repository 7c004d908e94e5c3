using Workflows.Marketing.Channels.Sms;

namespace Workflows.Marketing.Service;

/// <summary>What is said between customers and staff, and what becomes of it, as events: each can begin a journey and end a wait.</summary>
public static class ServiceEvents
{
    /// <summary>The source of the events that the product itself tells.</summary>
    public const string Source = "service";

    /// <summary>
    /// The customer wrote in a chat; data: <c>staff</c>, and optional <c>channel</c>, <c>topic</c>, <c>demand</c> (what is wanted, in a few
    /// words) and <c>text</c>, which is kept with consent only (S0-63).
    /// </summary>
    public const string MessageReceived = "message.received";

    /// <summary>A member of the staff wrote in a chat; same data.</summary>
    public const string MessageSent = "message.sent";

    /// <summary>
    /// A telephone call ended; data: <c>staff</c>, <c>seconds</c>, <c>direction</c> (<c>in</c> or <c>out</c>), and with consent only
    /// <c>summary</c>, <c>transcript</c>, <c>recording</c>.
    /// </summary>
    public const string CallEnded = "call.ended";

    /// <summary>The customer answered a text message; data: <c>text</c>.</summary>
    public const string SmsReplied = SmsReplies.Replied;

    /// <summary>A journey wrote a follow-up record; data: <c>staff</c>, <c>text</c>, <c>next</c>.</summary>
    public const string FollowUpWritten = "followup.written";

    /// <summary>A work order was opened; data: <c>order</c> (its id), <c>staff</c>, <c>topic</c>, <c>demand</c>.</summary>
    public const string Opened = "workorder.opened";

    /// <summary>A closed work order goes on; same data.</summary>
    public const string Reopened = "workorder.reopened";

    /// <summary>A work order was closed; same data, and <c>outcome</c>.</summary>
    public const string Closed = "workorder.closed";

    /// <summary>The customer rated the service; data: <c>order</c> (unless asked otherwise), <c>rating</c> (1–5), <c>comment</c>.</summary>
    public const string Rated = "service.rated";

    /// <summary>A sentence of the staff was scored; data: <c>staff</c>, <c>score</c>, <c>tone</c>.</summary>
    public const string SentenceScored = "staff.sentence-scored";
}
