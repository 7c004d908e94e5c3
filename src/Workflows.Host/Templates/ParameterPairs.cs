namespace Workflows.Host.Templates;

/// <summary>Reads values of parameters written as <c>name=value</c>.</summary>
internal static class ParameterPairs
{
    /// <returns>The values by name; null where a pair has no name or no '='.</returns>
    public static IReadOnlyDictionary<string, string>? Read(IEnumerable<string> pairs)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0)
            {
                return null;
            }

            values[pair[..at].Trim()] = pair[(at + 1)..];
        }

        return values;
    }
}
