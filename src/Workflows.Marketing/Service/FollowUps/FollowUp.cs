using System.Globalization;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Service.FollowUps;

/// <summary>
/// A record of a sales follow-up (销售跟进记录, S0-55). It is written with the event it comes from; a day's chat with one member of the staff is
/// one record.
/// </summary>
/// <param name="Key">What tells it apart.</param>
/// <param name="ContactId">The customer.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="At">When it began.</param>
public sealed record FollowUp(string Key, Guid ContactId, FollowUpKind Kind, DateTimeOffset At)
{
    /// <summary>The longest text, in characters.</summary>
    public const int LongestText = 1_000;

    /// <summary>When something was last said.</summary>
    public DateTimeOffset LastAt { get; init; } = At;

    /// <summary>The member of the staff, or null.</summary>
    public string? Staff { get; init; }

    /// <summary>How many things were said: the messages of a chat, else 1.</summary>
    public int Items { get; init; } = 1;

    /// <summary>How many seconds a call took, or null.</summary>
    public int? Seconds { get; init; }

    /// <summary>What it was about, or null.</summary>
    public string? Text { get; init; }

    /// <summary>When to speak again, or null.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>Who changed it; null while it is as the system wrote it.</summary>
    public string? EditedBy { get; init; }

    /// <summary>When it was changed, or null.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>The record that an event writes, or adds to; null for an event that writes none.</summary>
    public static FollowUp? Of(ContactEvent told, Guid contactId)
    {
        ArgumentNullException.ThrowIfNull(told);
        if (KindOf(told.Type) is not { } kind)
        {
            return null;
        }

        var data = new EventData(told.Data);
        var staff = ServiceMessage.Shorten(data.Text("staff"), 64);
        return new FollowUp(KeyOf(told, kind, contactId, staff), contactId, kind, told.At)
        {
            Staff = staff,
            Seconds = kind is FollowUpKind.Call ? data.Whole("seconds") : null,
            Text = ServiceMessage.Shorten(TextOf(data, kind), LongestText),
            NextAt =
                kind is FollowUpKind.Note
                && DateTimeOffset.TryParse(data.Text("next"), CultureInfo.InvariantCulture, out var next)
                    ? next
                    : null,
        };
    }

    private static FollowUpKind? KindOf(string type) =>
        type switch
        {
            ServiceEvents.CallEnded => FollowUpKind.Call,
            ServiceEvents.SmsReplied => FollowUpKind.Sms,
            ServiceEvents.MessageReceived or ServiceEvents.MessageSent => FollowUpKind.Chat,
            ServiceEvents.FollowUpWritten => FollowUpKind.Note,
            _ => null,
        };

    private static string? TextOf(EventData data, FollowUpKind kind) =>
        kind switch
        {
            FollowUpKind.Call => data.Text("summary"),
            FollowUpKind.Chat => data.Text("topic"),
            _ => data.Text("text"),
        };

    // The day is that of whoever reports the chat.
    private static string KeyOf(ContactEvent told, FollowUpKind kind, Guid contactId, string? staff) =>
        kind is FollowUpKind.Chat
            ? string.Create(CultureInfo.InvariantCulture, $"chat:{contactId:N}:{staff}:{told.At:yyyyMMdd}")
            : $"{told.Source}:{told.Id}";
}
