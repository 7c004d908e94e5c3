using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Workflows.Marketing.Channels.Sms;
using Workflows.Marketing.Mining;
using Workflows.Marketing.Service;

namespace Workflows.Marketing.Contacts;

/// <summary>
/// What a contact's behaviour leaves behind, as attributes that rules and segments ask like any other (S3-63): topics of interest and their
/// degree, what it did, the page it saw last, and how often it reacted to us at all. Events count by their time, in whatever order they come.
/// </summary>
internal static class BehaviourFacts
{
    /// <summary>How often the contact reacted: answered, clicked, took part. A whole number.</summary>
    public const string Reactions = "reactions";

    /// <summary>The topics it is interested in: a list.</summary>
    public const string Interests = "interests";

    /// <summary>What it did: a list.</summary>
    public const string Actions = "actions";

    /// <summary>The page it looked at last.</summary>
    public const string LastPage = "lastPage";

    /// <summary>The time of <see cref="LastPage"/>.</summary>
    public const string LastPageAt = "lastPageAt";

    // Whoever tells of more topics tells of something else; the list stays short enough to be read with the contact.
    private const int MostItems = 100;
    private const int LongestItem = 64;
    private const int LongestPage = 400;

    private static readonly JsonSerializerOptions AsWritten = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The attribute with the degree of interest in a topic, 0–100.</summary>
    public static string ScoreOf(string topic) => $"interestScore_{topic}";

    /// <returns>Whether anything changed.</returns>
    public static bool Fold(Contact contact, ContactEvent told) =>
        told.Type switch
        {
            BehaviourEvents.PageViewed => FoldPage(contact, told),
            BehaviourEvents.InterestShown => React(contact) | AddTo(contact, Interests, Item(told, "topic")),
            BehaviourEvents.InterestScored => FoldScore(contact, told),
            BehaviourEvents.ActionDone => React(contact) | AddTo(contact, Actions, Item(told, "action")),
            BehaviourEvents.LinkClicked
            or ContactEventTypes.ContentClicked
            or ServiceEvents.MessageReceived
            or SmsReplies.Replied
            or InteractionEvents.Liked
            or InteractionEvents.Commented
            or "checkin.completed"
            or "lesson.finished"
            or "survey.answered" => React(contact),
            _ => false,
        };

    private static bool React(Contact contact) =>
        contact.SetAttribute(Reactions, contact.Attribute(Reactions) is long count ? count + 1 : 1L);

    private static bool FoldPage(Contact contact, ContactEvent told) =>
        new EventData(told.Data).Text("page") is { Length: <= LongestPage } page
        && IsNews(contact, LastPageAt, told.At)
        && (contact.SetAttribute(LastPage, page) | contact.SetAttribute(LastPageAt, told.At));

    private static bool FoldScore(Contact contact, ContactEvent told)
    {
        if (
            Item(told, "topic") is not { } topic
            || Score(told) is not { } score
            || !IsNews(contact, TimeOf(topic), told.At)
            || (!contact.Includes(Interests, topic) && !AddTo(contact, Interests, topic))
        )
        {
            return false;
        }

        return contact.SetAttribute(ScoreOf(topic), score) | contact.SetAttribute(TimeOf(topic), told.At);
    }

    private static string TimeOf(string topic) => $"interestScoredAt_{topic}";

    private static bool IsNews(Contact contact, string attribute, DateTimeOffset at) =>
        contact.Attribute(attribute) is not string known
        || !DateTimeOffset.TryParse(known, CultureInfo.InvariantCulture, out var last)
        || last <= at;

    private static bool AddTo(Contact contact, string attribute, string? item)
    {
        if (item is null || contact.Includes(attribute, item))
        {
            return false;
        }

        var items = contact.Attribute(attribute) is string text ? AttributeCheck.Items(text) ?? [] : [];
        return items.Count < MostItems
            && contact.SetAttribute(
                attribute,
                JsonSerializer.Serialize(items.Append(item).Order(StringComparer.Ordinal), AsWritten)
            );
    }

    private static decimal? Score(ContactEvent told) =>
        new EventData(told.Data).Number("score") is { } score and >= 0 and <= 100 ? (decimal)score : null;

    private static string? Item(ContactEvent told, string name) =>
        new EventData(told.Data).Text(name)?.Trim() is { Length: > 0 and <= LongestItem } item ? item : null;
}
