using Workflows.Marketing.Places;

namespace Workflows.Marketing.Tests.Places;

public sealed class Gcj02Tests
{
    /// <summary>The first line is the example of the library coordtransform; the others are outside of China, where nothing moves.</summary>
    [Theory]
    [InlineData(39.915, 116.404, 39.91640428150164, 116.41024449916938)]
    [InlineData(52.52, 13.405, 52.52, 13.405)]
    [InlineData(-33.86, 151.21, -33.86, 151.21)]
    public void Position_OfASatellite_IsDrawnAsMapsOfChinaDo(double north, double east, double gcjNorth, double gcjEast)
    {
        var drawn = Gcj02.Of(new GeoPoint(north, east));

        Assert.Equal(gcjNorth, drawn.Latitude, 9);
        Assert.Equal(gcjEast, drawn.Longitude, 9);
    }
}
