using Workflows.Marketing.Places;

namespace Workflows.Host.Locating;

/// <summary>An answer as a mini-program posts it.</summary>
/// <param name="Agreed">Whether the customer agreed; without it no position is taken.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Accuracy">How exact that is, in metres.</param>
/// <param name="Coordinates"><c>gcj02</c> or <c>wgs84</c>, as <c>wx.getLocation</c> calls them; <c>wgs84</c> unless given.</param>
/// <param name="TextVersion">The version of the words the customer read.</param>
internal sealed record LocationBody(
    bool? Agreed,
    double? Latitude,
    double? Longitude,
    double? Accuracy,
    string? Coordinates,
    string? TextVersion
)
{
    /// <summary>The position in GCJ-02; null where none is said that can be.</summary>
    public GeoPoint? Position =>
        new GeoPoint(Latitude ?? double.NaN, Longitude ?? double.NaN) is { IsValid: true } said
            ? Coordinates switch
            {
                null or "wgs84" => Gcj02.Of(said),
                "gcj02" => said,
                _ => null,
            }
            : null;
}
