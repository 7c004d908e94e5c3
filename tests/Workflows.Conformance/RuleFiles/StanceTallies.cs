namespace Workflows.Conformance.RuleFiles;

/// <summary>Counts how often the product answers, finds the mistake, or declines, by class.</summary>
internal sealed class StanceTallies(string title)
{
    private readonly SortedDictionary<(string Class, Stance Stance), int> _counts = [];

    public void Add(string kind, Stance stance) =>
        _counts[(kind, stance)] = _counts.GetValueOrDefault((kind, stance)) + 1;

    public void Print()
    {
        foreach (var group in _counts.GroupBy(count => count.Key.Class, StringComparer.Ordinal))
        {
            var all = group.Sum(count => count.Value);
            var declined = _counts.GetValueOrDefault((group.Key, Stance.Declined));
            Console.WriteLine(
                $"{title, -16} {group.Key, -10} {_counts.GetValueOrDefault((group.Key, Stance.Answered)), 5} answered as recorded, "
                    + $"{_counts.GetValueOrDefault((group.Key, Stance.Diagnosed)), 4} mistakes told, "
                    + $"{declined, 4} declined ({100.0 * declined / all:0.0} %)"
            );
        }
    }
}
