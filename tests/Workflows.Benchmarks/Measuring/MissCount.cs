namespace Workflows.Benchmarks.Measuring;

/// <summary>Passes rows on and counts those that miss what is asked of them.</summary>
internal sealed class MissCount(IReport report) : IReport
{
    public int Misses { get; private set; }

    public void Add(BenchmarkRow row)
    {
        Misses += row.IsMiss ? 1 : 0;
        report.Add(row);
    }
}
