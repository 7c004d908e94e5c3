namespace Workflows.Expressions.Lambda.Mistakes;

/// <summary>Finds the name an author may have meant.</summary>
internal static class Suggestion
{
    /// <summary>The nearest of the known names, or null when none is near.</summary>
    public static string? For(string name, IEnumerable<string> known) =>
        known
            .Select(candidate => (Candidate: candidate, Distance: Distance(name, candidate)))
            .Where(item =>
                item.Distance <= (name.Length < 4 ? 1 : Math.Max(2, name.Length / 3)) || IsPart(name, item.Candidate)
            )
            .OrderBy(item => item.Distance)
            .ThenBy(item => item.Candidate, StringComparer.Ordinal)
            .Select(item => item.Candidate)
            .FirstOrDefault();

    private static bool IsPart(string name, string candidate) =>
        Math.Min(name.Length, candidate.Length) >= 4
        && (
            candidate.Contains(name, StringComparison.OrdinalIgnoreCase)
            || name.Contains(candidate, StringComparison.OrdinalIgnoreCase)
            || Beginning(name, candidate) >= Math.Max(5, name.Length / 2)
        );

    private static int Beginning(string left, string right) =>
        left.Zip(right)
            .TakeWhile(pair => char.ToUpperInvariant(pair.First) == char.ToUpperInvariant(pair.Second))
            .Count();

    // How many letters must be added, left out or changed; case does not count.
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + cost));
            }
        }

        return row[right.Length];
    }
}
