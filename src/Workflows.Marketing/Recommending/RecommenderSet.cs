namespace Workflows.Marketing.Recommending;

/// <summary>The models there are, by their names.</summary>
public sealed class RecommenderSet
{
    private readonly Dictionary<string, IRecommender> _byName;

    /// <param name="recommenders">The models; of two of one name the first stays.</param>
    public RecommenderSet(IEnumerable<IRecommender> recommenders)
    {
        ArgumentNullException.ThrowIfNull(recommenders);
        _byName = recommenders
            .GroupBy(one => one.Name, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
    }

    /// <summary>Their names, in their order.</summary>
    public IReadOnlyList<string> Names => [.. _byName.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The model of a name, or null.</summary>
    public IRecommender? Find(string name) => _byName.GetValueOrDefault(name);
}
