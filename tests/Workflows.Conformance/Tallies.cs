namespace Workflows.Conformance;

/// <summary>Counts cases by class and feature, and prints the counts.</summary>
internal sealed class Tallies
{
    private readonly SortedDictionary<(string Class, string Feature), (int Passed, int Failed)> _counts = [];

    /// <summary>Whether a case failed that every user may rely on.</summary>
    public bool HasSeriousFailure =>
        _counts.Any(count => count.Value.Failed > 0 && count.Key.Class is not "bug-compat");

    public void Add(string kind, string feature, bool passed)
    {
        var (right, wrong) = _counts.GetValueOrDefault((kind, feature));
        _counts[(kind, feature)] = passed ? (right + 1, wrong) : (right, wrong + 1);
    }

    public void PrintFeatures()
    {
        foreach (var ((kind, feature), count) in _counts)
        {
            Print($"{kind, -10} {feature, -44}", [count]);
        }
    }

    public void PrintClasses()
    {
        foreach (var group in _counts.GroupBy(count => count.Key.Class, StringComparer.Ordinal))
        {
            Print($"{group.Key, -55}", group.Select(count => count.Value));
        }
    }

    public void PrintTotal() =>
        Console.WriteLine(
            $"{_counts.Values.Sum(count => count.Passed)} passed, {_counts.Values.Sum(count => count.Failed)} failed"
        );

    private static void Print(string title, IEnumerable<(int Passed, int Failed)> counts)
    {
        var list = counts.ToList();
        Console.WriteLine(
            $"{title} {list.Sum(count => count.Passed), 5} passed {list.Sum(count => count.Failed), 5} failed"
        );
    }
}
