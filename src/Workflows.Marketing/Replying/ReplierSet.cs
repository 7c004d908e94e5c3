namespace Workflows.Marketing.Replying;

/// <summary>The models that answer, by their names.</summary>
public sealed class ReplierSet
{
    private readonly Dictionary<string, IReplier> _byName;

    /// <param name="repliers">The models; of two of one name the first stays.</param>
    public ReplierSet(IEnumerable<IReplier> repliers)
    {
        ArgumentNullException.ThrowIfNull(repliers);
        _byName = repliers
            .GroupBy(one => one.Name, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
    }

    /// <summary>Their names, in their order.</summary>
    public IReadOnlyList<string> Names => [.. _byName.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The model of a name, or null.</summary>
    public IReplier? Find(string name) => _byName.GetValueOrDefault(name);
}
