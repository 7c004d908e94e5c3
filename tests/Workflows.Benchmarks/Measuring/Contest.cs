using System.Diagnostics;

namespace Workflows.Benchmarks.Measuring;

/// <summary>
/// Several ways to the same end, run turn by turn so that a busy machine slows all of them alike. The figure of each is
/// its best round: what disturbs a round only ever makes it longer.
/// </summary>
internal sealed class Contest(Effort effort, IReport report, string group)
{
    private const int WarmUpMilliseconds = 60;

    private readonly List<Entrant> _entrants = [];

    /// <summary>Adds a way.</summary>
    /// <param name="name">What is measured.</param>
    /// <param name="operations">How many operations a round has.</param>
    /// <param name="run">Runs that many operations; what it answers only keeps the work from being optimised away.</param>
    /// <param name="reference">The name of an entrant to compare with; null for none.</param>
    public Contest Add(string name, int operations, Func<int, long> run, string? reference = null)
    {
        _entrants.Add(new Entrant(name, effort.Of(operations), run, reference));
        return this;
    }

    /// <summary>Runs all rounds and reports nanoseconds and bytes of one operation.</summary>
    public void Run()
    {
        foreach (var entrant in _entrants)
        {
            WarmUp(entrant);
        }

        for (var round = 0; round < effort.Rounds; round++)
        {
            foreach (var entrant in _entrants)
            {
                entrant.Measure();
            }
        }

        foreach (var entrant in _entrants)
        {
            var reference = _entrants.Find(other =>
                string.Equals(other.Name, entrant.Reference, StringComparison.Ordinal)
            );
            report.Add(
                new BenchmarkRow(group, entrant.Name, "ns", entrant.Nanoseconds, entrant.Bytes, reference?.Nanoseconds)
            );
        }
    }

    // The runtime compiles busy methods anew in the background; measuring starts when that is done.
    private static void WarmUp(Entrant entrant)
    {
        for (var pass = 0; pass < 3; pass++)
        {
            var started = Stopwatch.GetTimestamp();
            do
            {
                entrant.Run(Math.Max(1, entrant.Operations / 100));
            } while (Stopwatch.GetElapsedTime(started).TotalMilliseconds < WarmUpMilliseconds);

            Thread.Sleep(WarmUpMilliseconds);
        }
    }

    private sealed class Entrant(string name, int operations, Func<int, long> run, string? reference)
    {
        public string Name => name;

        public int Operations => operations;

        public string? Reference => reference;

        public Func<int, long> Run => run;

        public double Nanoseconds { get; private set; } = double.MaxValue;

        public double Bytes { get; private set; } = double.MaxValue;

        public void Measure()
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var started = Stopwatch.GetTimestamp();
            Kept += run(operations);
            var elapsed = Stopwatch.GetElapsedTime(started);
            Nanoseconds = Math.Min(Nanoseconds, elapsed.TotalNanoseconds / operations);
            Bytes = Math.Min(Bytes, (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)operations);
        }

        public long Kept { get; private set; }
    }
}
