using System.Diagnostics;

namespace Workflows.Benchmarks.Measuring;

/// <summary>Times an operation over several rounds and counts what it allocates.</summary>
internal static class Stopwatches
{
    /// <summary>Median microseconds and bytes of one operation. The first round is thrown away.</summary>
    public static async Task<(double Microseconds, double Bytes)> MeasureAsync(
        Effort effort,
        int operations,
        Func<int, ValueTask> operation
    )
    {
        var count = effort.Of(operations);
        var times = new List<double>();
        var bytes = new List<double>();
        for (var round = 0; round <= effort.Rounds; round++)
        {
            var allocated = GC.GetTotalAllocatedBytes(precise: true);
            var started = Stopwatch.GetTimestamp();
            for (var index = 0; index < count; index++)
            {
                await operation(index);
            }

            var elapsed = Stopwatch.GetElapsedTime(started);
            if (round > 0)
            {
                times.Add(elapsed.TotalMicroseconds / count);
                bytes.Add((GC.GetTotalAllocatedBytes(precise: true) - allocated) / (double)count);
            }
        }

        return (Median(times), Median(bytes));
    }

    /// <summary>The middle of the values.</summary>
    public static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
