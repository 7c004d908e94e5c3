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

    /// <summary>The square of the straight line between two points that lie so many metres apart on the surface; infinite where that is all of it.</summary>
    public static double SquaredChord(double metres)
    {
        var angle = Math.Max(0, metres / GeoPoint.EarthRadius);
        // The square of the longest line may come out a bit above 4.
        return angle >= Math.PI ? double.PositiveInfinity : 4 * Math.Pow(Math.Sin(angle / 2), 2);
    }

    public double SquaredDistanceTo(SpherePoint other)
    {
        var (x, y, z) = (X - other.X, Y - other.Y, Z - other.Z);
        return (x * x) + (y * y) + (z * z);
    }
}
