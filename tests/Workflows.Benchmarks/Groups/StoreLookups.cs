using Workflows.Benchmarks.Measuring;
using Workflows.Marketing.Places;
using Workflows.Marketing.Places.Stores;

namespace Workflows.Benchmarks.Groups;

/// <summary>The nearest of 5,000 stores, beside measuring the distance to each of them.</summary>
internal static class StoreLookups
{
    private const string Group = "places";
    private const int StoreCount = 5_000;
    private const double Radius = 5_000;

    public static async Task RunAsync(Effort effort, IReport report)
    {
        var random = new Random(1);
        Store[] stores =
        [
            .. Enumerable.Range(0, StoreCount).Select(n => new Store($"s{n}", "s") { Position = Place(random) }),
        ];
        GeoPoint[] scans = [.. Enumerable.Range(0, 1_024).Select(_ => Place(random))];
        var map = new StoreMap(stores);

        var (scan, _) = await Stopwatches.MeasureAsync(
            effort,
            2_000,
            n => Done(stores.Min(store => scans[n % scans.Length].DistanceTo(store.Position!.Value)))
        );
        var (nearest, nearestBytes) = await Stopwatches.MeasureAsync(
            effort,
            200_000,
            n => Done(map.Around(scans[n % scans.Length], Radius).FirstOrDefault()?.Distance ?? 0)
        );
        report.Add(new BenchmarkRow(Group, "nearest of 5,000 stores", "µs/scan", nearest, nearestBytes, scan));

        var (eight, eightBytes) = await Stopwatches.MeasureAsync(
            effort,
            100_000,
            n => Done(map.Around(scans[n % scans.Length], Radius).Take(8).Count())
        );
        report.Add(new BenchmarkRow(Group, "8 nearest of 5,000 stores", "µs/scan", eight, eightBytes, scan));
    }

    private static ValueTask Done(double metres) =>
        metres >= 0 ? ValueTask.CompletedTask : throw new InvalidOperationException();

    // Ten towns of some 40 km.
    private static GeoPoint Place(Random random) =>
        new(25 + (random.Next(10) * 1.5) + (random.NextDouble() * 0.4), 110 + (random.NextDouble() * 0.4));
}
