namespace Workflows.Marketing.Places.Stores;

/// <summary>A position as a point of the unit sphere.</summary>
internal readonly record struct SpherePoint(double X, double Y, double Z)
{
    private static readonly Comparer<SpherePoint>[] Axes =
    [
        Comparer<SpherePoint>.Create((left, right) => left.X.CompareTo(right.X)),
        Comparer<SpherePoint>.Create((left, right) => left.Y.CompareTo(right.Y)),
        Comparer<SpherePoint>.Create((left, right) => left.Z.CompareTo(right.Z)),
    ];

    public double this[int axis] =>
        axis switch
        {
            0 => X,
            1 => Y,
            _ => Z,
        };

    public static IComparer<SpherePoint> Along(int axis) => Axes[axis];

    public static SpherePoint Of(GeoPoint position)
    {
        var (latitude, longitude) = (position.Latitude * Math.PI / 180, position.Longitude * Math.PI / 180);
        var ring = Math.Cos(latitude);
        return new SpherePoint(ring * Math.Cos(longitude), ring * Math.Sin(longitude), Math.Sin(latitude));
    }

    /// <summary>The square of the straight line between two points that lie so many metres apart on the surface.</summary>
    public static double SquaredChord(double metres)
    {
        var half = Math.Sin(Math.Clamp(metres / GeoPoint.EarthRadius, 0, Math.PI) / 2);
        return 4 * half * half;
    }

    public double SquaredDistanceTo(SpherePoint other)
    {
        var (x, y, z) = (X - other.X, Y - other.Y, Z - other.Z);
        return (x * x) + (y * y) + (z * z);
    }
}
