namespace Workflows.Marketing.Places;

/// <summary>
/// What browsers and satellites say (WGS-84) as China's maps draw it (GCJ-02), where WeChat's positions and our stores are: some hundred
/// metres beside each other. Outside of China both are the same.
/// </summary>
public static class Gcj02
{
    // The ellipsoid of Krassowsky, on which the offset is defined.
    private const double SemiMajorAxis = 6_378_245.0;
    private const double Eccentricity = 0.00669342162296594323;

    /// <summary>A position of WGS-84 in GCJ-02.</summary>
    public static GeoPoint Of(GeoPoint satellite)
    {
        var (north, east) = (satellite.Latitude, satellite.Longitude);
        if (north is < 0.8293 or > 55.8271 || east is < 72.004 or > 137.8347)
        {
            return satellite;
        }

        var (x, y) = (east - 105, north - 35);
        var latitude = north * Math.PI / 180;
        var magic = 1 - (Eccentricity * Math.Pow(Math.Sin(latitude), 2));
        var root = Math.Sqrt(magic);
        var metresNorth = SemiMajorAxis * (1 - Eccentricity) / (magic * root) * Math.PI / 180;
        var metresEast = SemiMajorAxis / root * Math.Cos(latitude) * Math.PI / 180;
        return new GeoPoint(north + (North(x, y) / metresNorth), east + (East(x, y) / metresEast));
    }

    private static double North(double x, double y) =>
        -100
        + (2 * x)
        + (3 * y)
        + (0.2 * y * y)
        + (0.1 * x * y)
        + (0.2 * Math.Sqrt(Math.Abs(x)))
        + Waves(x)
        + (((20 * Sine(y)) + (40 * Sine(y / 3)) + (160 * Sine(y / 12)) + (320 * Math.Sin(y * Math.PI / 30))) * 2 / 3);

    private static double East(double x, double y) =>
        300
        + x
        + (2 * y)
        + (0.1 * x * x)
        + (0.1 * x * y)
        + (0.1 * Math.Sqrt(Math.Abs(x)))
        + Waves(x)
        + (((20 * Sine(x)) + (40 * Sine(x / 3)) + (150 * Sine(x / 12)) + (300 * Sine(x / 30))) * 2 / 3);

    private static double Waves(double x) => ((20 * Sine(6 * x)) + (20 * Sine(2 * x))) * 2 / 3;

    private static double Sine(double part) => Math.Sin(part * Math.PI);
}
