using System.Text.Json;
using Workflows.Marketing.Places;

namespace Workflows.Marketing.Contacts;

/// <summary>What a contact answers when asked for the position (S0-38): each answer is the word on consent and its proof in one event.</summary>
public static class LocationEvents
{
    /// <summary>The source of the answers that the product's own page and address take.</summary>
    public const string Source = "location";

    /// <summary>
    /// The contact agreed, and said where it is; data: <c>latitude</c>, <c>longitude</c> (degrees, GCJ-02), <c>textVersion</c> (what was agreed to), optional
    /// <c>accuracy</c> (metres), <c>source</c> (<c>h5</c>, <c>mini-program</c> …) and <c>ask</c> (the code of the question).
    /// </summary>
    public const string Shared = "location.shared";

    /// <summary>The contact does not want to say; data: <c>textVersion</c>, <c>source</c>, <c>ask</c>.</summary>
    public const string Declined = "location.declined";

    /// <summary>The purpose under which the ledger of consent keeps the word.</summary>
    public const string Purpose = "location";

    private static readonly JsonSerializerOptions Writing = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Whether an event is a word on the position.</summary>
    internal static bool AreOf(string type) => type is Shared or Declined;

    /// <summary>The answer to a question. A question has one answer, whatever it is and however often it is given: the event's id is the question's code.</summary>
    /// <param name="code">The code of the question.</param>
    /// <param name="ask">The question.</param>
    /// <param name="position">Where the contact is; null for one who does not want to say.</param>
    /// <param name="accuracy">How exact that is, in metres, or null.</param>
    /// <param name="by">Where it was answered: <c>h5</c>, <c>mini-program</c>.</param>
    /// <param name="contact">Whose answer it is.</param>
    /// <param name="at">When.</param>
    public static ContactEvent Answer(
        string code,
        LocationAsk ask,
        GeoPoint? position,
        double? accuracy,
        string by,
        ContactIdentities contact,
        DateTimeOffset at
    )
    {
        ArgumentNullException.ThrowIfNull(ask);
        return new ContactEvent(
            Source,
            code,
            position is null ? Declined : Shared,
            at,
            contact,
            JsonSerializer.Serialize(
                new
                {
                    ask = code,
                    latitude = position?.Latitude,
                    longitude = position?.Longitude,
                    accuracy = position is null ? null : accuracy,
                    textVersion = ask.TextVersion,
                    source = by,
                },
                Writing
            )
        );
    }
}
