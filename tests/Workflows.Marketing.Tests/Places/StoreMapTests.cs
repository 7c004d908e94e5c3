using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Workflows.Marketing.Places;
using Workflows.Marketing.Places.Stores;

namespace Workflows.Marketing.Tests.Places;

public sealed class StoreMapTests
{
    [Theory]
    [InlineData(31.2304, 121.4737, 39.9042, 116.4074, 1_067_000)]
    [InlineData(0, 179.9, 0, -179.9, 22_239)]
    [InlineData(90, 0, 90, 120, 0)]
    [InlineData(31.2304, 121.4737, 31.2304, 121.4737, 0)]
    public void DistanceTo_KnownPlaces_IsRightToAThousandth(
        double lat,
        double lng,
        double lat2,
        double lng2,
        double metres
    ) =>
        Assert.Equal(
            metres,
            new GeoPoint(lat, lng).DistanceTo(new GeoPoint(lat2, lng2)),
            Math.Max(0.001, metres / 1000)
        );

    [Property(MaxTest = 200)]
    public Property Around_AnyPosition_IsWhatComparingEveryStoreGives() =>
        Prop.ForAll(
            Towns().ToArbitrary(),
            town =>
            {
                var (position, radius, stores) = town;
                var expected = stores
                    .Select(store => position.DistanceTo(store.Position!.Value))
                    .Where(distance => distance <= radius)
                    .Order()
                    .ToArray();

                var found = new StoreMap(stores).Around(position, radius).Select(near => near.Distance).ToArray();

                // Both orders agree up to the last bits of the arithmetic, which are centimetres at the other end of the earth.
                Assert.Equal(expected.Length, found.Length);
                Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, tolerance: 0.5));
            }
        );

    [Fact]
    public void Around_TheWholeEarth_FindsItsOtherEnd() =>
        Assert.Single(new StoreMap([At("there", new GeoPoint(20, -150))]).Around(new GeoPoint(-20, 30), 30_000_000));

    [Fact]
    public void Around_TwoStoresAtOnePlace_ComeByTheirIds()
    {
        var here = new GeoPoint(31, 121);
        var map = new StoreMap([At("b", here), At("a", here), At("c", here), At("d", here)]);

        Assert.Equal(["a", "b", "c", "d"], map.Around(here, 10).Select(near => near.Store.Id));
    }

    [Fact]
    public void Around_StoresWithoutPositionOrBusiness_AreNotThere()
    {
        var here = new GeoPoint(31, 121);
        var map = new StoreMap([new Store("nowhere", "n"), At("gone", here) with { IsActive = false }, At("a", here)]);

        Assert.Equal("a", Assert.Single(map.Around(here, 1e7)).Store.Id);
        Assert.NotNull(map.Find("nowhere"));
    }

    private static Store At(string id, GeoPoint position) => new(id, id) { Position = position };

    private static Gen<(GeoPoint Position, double Radius, Store[] Stores)> Towns()
    {
        // Whole steps, so that stores often lie at one place; poles and the date line included.
        var point =
            from latitude in Gen.Choose(-9, 9)
            from longitude in Gen.Choose(-18, 18)
            select new GeoPoint(latitude * 10, longitude * 10);
        return from position in point
            from radius in Gen.Elements(0.5, 1_500_000.5, 5_000_000.5, 30_000_000)
            from places in point.ArrayOf()
            select (position, radius, places.Select((place, index) => At($"s{index}", place)).ToArray());
    }
}
