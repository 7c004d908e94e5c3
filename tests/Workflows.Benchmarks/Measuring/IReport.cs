namespace Workflows.Benchmarks.Measuring;

/// <summary>Where rows go as soon as they are measured.</summary>
internal interface IReport
{
    void Add(BenchmarkRow row);
}
