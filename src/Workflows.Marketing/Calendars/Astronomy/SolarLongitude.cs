namespace Workflows.Marketing.Calendars.Astronomy;

/// <summary>Where the sun stands among the seasons, after Meeus, Astronomical Algorithms, 2nd edition, chapters 22 and 25.</summary>
internal static class SolarLongitude
{
    private const double J2000 = 2451545.0;
    private const double DaysInCentury = 36525;
    private const double ArcSecond = Math.PI / 648_000;

    // The largest terms of the nutation in longitude (table 22.A): factors of D, M, M′, F, Ω and the amplitude in 0.0001″.
    private static readonly (int D, int M, int Moon, int F, int Node, double Amplitude, double Change)[] Nutation =
    [
        (0, 0, 0, 0, 1, -171996, -174.2),
        (-2, 0, 0, 2, 2, -13187, -1.6),
        (0, 0, 0, 2, 2, -2274, -0.2),
        (0, 0, 0, 0, 2, 2062, 0.2),
        (0, 1, 0, 0, 0, 1426, -3.4),
        (0, 0, 1, 0, 0, 712, 0.1),
        (-2, 1, 0, 2, 2, -517, 1.2),
        (0, 0, 0, 2, 1, -386, -0.4),
        (0, 0, 1, 2, 2, -301, 0),
        (-2, -1, 0, 2, 2, 217, -0.5),
        (-2, 0, 1, 0, 0, -158, 0),
        (-2, 0, 0, 2, 1, 129, 0.1),
        (0, 0, -1, 2, 2, 123, 0),
    ];

    /// <summary>The sun's apparent longitude.</summary>
    /// <param name="julianDay">The instant in terrestrial time.</param>
    /// <returns>Radians from 0 to 2π; 0 at the spring equinox.</returns>
    public static double At(double julianDay)
    {
        var centuries = (julianDay - J2000) / DaysInCentury;
        var millennia = centuries / 10;
        var power = 1.0;
        var sum = 0.0;
        foreach (var series in EarthSeries.Longitude)
        {
            foreach (var (amplitude, phase, frequency) in series)
            {
                sum += power * amplitude * Math.Cos(phase + (frequency * millennia));
            }

            power *= millennia;
        }

        var correction = NutationAt(centuries) - Aberration(centuries) - (0.09033 * ArcSecond);
        return Normal((sum * 1e-9) + Math.PI + correction);
    }

    /// <summary>Brings an angle into one turn.</summary>
    internal static double Normal(double angle) => angle - (Math.Tau * Math.Floor(angle / Math.Tau));

    // The constant of aberration over the sun's distance, which follows from the Earth's orbit well enough.
    private static double Aberration(double centuries)
    {
        var anomaly = Radians(357.52911 + (35999.05029 * centuries));
        var eccentricity = 0.016708634 - (0.000042037 * centuries);
        var distance = 1.000001018 * (1 - (eccentricity * Math.Cos(anomaly)));
        return 20.4898 * ArcSecond / distance;
    }

    private static double NutationAt(double centuries)
    {
        var elongation = Radians(297.85036 + (445267.11148 * centuries));
        var sun = Radians(357.52772 + (35999.05034 * centuries));
        var moon = Radians(134.96298 + (477198.867398 * centuries));
        var latitude = Radians(93.27191 + (483202.017538 * centuries));
        var node = Radians(125.04452 - (1934.136261 * centuries));
        var sum = 0.0;
        foreach (var term in Nutation)
        {
            var argument =
                (term.D * elongation) + (term.M * sun) + (term.Moon * moon) + (term.F * latitude) + (term.Node * node);
            sum += (term.Amplitude + (term.Change * centuries)) * Math.Sin(argument);
        }

        return sum * 1e-4 * ArcSecond;
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
