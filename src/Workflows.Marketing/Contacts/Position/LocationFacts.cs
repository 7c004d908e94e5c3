using System.Globalization;
using Workflows.Marketing.Places;

namespace Workflows.Marketing.Contacts;

/// <summary>Where a contact said it is, as attributes of it: kept while the contact agrees, gone when it does not any more.</summary>
internal static class LocationFacts
{
    public const string Latitude = "latitude";
    public const string Longitude = "longitude";
    public const string At = "locatedAt";

    /// <summary>Takes a word on the position over, after the word on consent.</summary>
    /// <returns>Whether anything changed.</returns>
    public static bool Fold(Contact contact, ContactEvent said) =>
        !contact.Consents.Grants(LocationEvents.Source, LocationEvents.Purpose) ? Forget(contact)
        : said.Type is LocationEvents.Shared && PositionOf(said) is { } position ? Keep(contact, position, said.At)
        : false;

    /// <summary>The position an event says; null where it says none that can be.</summary>
    public static GeoPoint? PositionOf(ContactEvent said)
    {
        var data = new EventData(said.Data);
        return
            data.Number(Latitude) is { } north
            && data.Number(Longitude) is { } east
            && new GeoPoint(north, east) is { IsValid: true } position
            ? position
            : null;
    }

    private static bool Keep(Contact contact, GeoPoint position, DateTimeOffset at)
    {
        if (
            contact.Attribute(At) is string known
            && DateTimeOffset.TryParse(
                known,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var since
            )
            && since > at
        )
        {
            return false;
        }

        return contact.SetAttribute(Latitude, position.Latitude)
            | contact.SetAttribute(Longitude, position.Longitude)
            | contact.SetAttribute(At, at.UtcDateTime);
    }

    private static bool Forget(Contact contact) =>
        contact.SetAttribute(Latitude, null) | contact.SetAttribute(Longitude, null) | contact.SetAttribute(At, null);
}
