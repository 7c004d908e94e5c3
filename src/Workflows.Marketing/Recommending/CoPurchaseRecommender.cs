namespace Workflows.Marketing.Recommending;

/// <summary>
/// What others bought who bought the same: the score is how many they are. It looks at the latest orders up to the last full hour, and
/// reads them once an hour, however many contacts it is asked about.
/// </summary>
/// <param name="purchases">What was bought.</param>
/// <param name="tenant">Whose orders.</param>
public sealed class CoPurchaseRecommender(IPurchaseBook purchases, int tenant) : IRecommender
{
    /// <summary>Its name.</summary>
    public const string ModelName = "co-purchase";

    /// <summary>How many orders it looks at.</summary>
    public const int MostOrders = 20_000;

    private Kept? _kept;

    /// <inheritdoc/>
    public string Name => ModelName;

    /// <inheritdoc/>
    public bool IsAlgorithm => true;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Recommendation>> RecommendAsync(
        RecommendationQuestion question,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Bought.Count == 0)
        {
            return [];
        }

        var others = (await BasketsAsync(question.Now, cancellationToken)).BoughtWith(
            question.Bought.SelectMany(one => one.Products).Distinct(StringComparer.Ordinal),
            question.Contact.Id
        );
        return
        [
            .. question
                .Candidates.Where(candidate => candidate.Product is { } product && others.ContainsKey(product))
                .Select(candidate => new Recommendation(candidate, others[candidate.Product!])),
        ];
    }

    // Two that come at once read twice; both read the same.
    private async ValueTask<Baskets> BasketsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hour = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
        if (_kept is { } kept && kept.Hour == hour)
        {
            return kept.Baskets;
        }

        var read = new Kept(
            hour,
            new Baskets(await purchases.LatestAsync(tenant, hour, MostOrders, cancellationToken))
        );
        _kept = read;
        return read.Baskets;
    }

    private sealed record Kept(DateTimeOffset Hour, Baskets Baskets);
}
