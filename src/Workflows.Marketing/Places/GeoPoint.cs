using System.Globalization;

namespace Workflows.Marketing.Places;

/// <summary>
/// A position on the earth, in degrees. All positions of a workspace are of one datum: those WeChat and WeCom report are
/// GCJ-02, so stores are recorded in GCJ-02 as well.
/// </summary>
/// <param name="Latitude">North is positive; −90 to 90.</param>
/// <param name="Longitude">East is positive; −180 to 180.</param>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    /// <summary>The earth's mean radius in metres, as IUGG states it.</summary>
    public const double EarthRadius = 6_371_008.8;

    /// <summary>Whether both numbers are degrees of a place there can be.</summary>
    public bool IsValid => Latitude is >= -90 and <= 90 && Longitude is >= -180 and <= 180;

    /// <summary>The distance along the surface in metres (haversine).</summary>
    public double DistanceTo(GeoPoint other)
    {
        var (from, to) = (Radians(Latitude), Radians(other.Latitude));
        var north = Math.Sin((to - from) / 2);
        var east = Math.Sin(Radians(other.Longitude - Longitude) / 2);
        var half = (north * north) + (Math.Cos(from) * Math.Cos(to) * east * east);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }

    /// <summary>A position out of what a variable or an attribute holds: numbers, or texts of them; null where that cannot be one.</summary>
    internal static GeoPoint? Read(object? latitude, object? longitude) =>
        Degrees(latitude) is { } north
        && Degrees(longitude) is { } east
        && new GeoPoint(north, east) is { IsValid: true } position
            ? position
            : null;

    private static double? Degrees(object? value) =>
        double.TryParse(
            Convert.ToString(value, CultureInfo.InvariantCulture),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var degrees
        )
            ? degrees
            : null;

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
