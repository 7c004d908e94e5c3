using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;
using Workflows.Marketing.Limits;
using Workflows.Marketing.Products;
using Workflows.Rules.Catalog;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Recommending;

/// <summary>
/// What journeys have recommended (S4-48): whatever the model says, nothing that was bought lately, is not sold or is not left, and
/// nothing of which the contact was told so lately that a limit would stop it. Safe on every thread.
/// </summary>
public sealed class RecommendationDesk
{
    private const int OnlyTenant = 1;
    private const int MostOrders = 200;

    private readonly RecommenderSet _recommenders;
    private readonly IPurchaseBook _purchases;
    private readonly CandidateShelf _candidates;
    private readonly int _tenant;

    /// <param name="recommenders">The models.</param>
    /// <param name="purchases">What was bought.</param>
    /// <param name="products">The products.</param>
    /// <param name="contents">The contents; null for none.</param>
    /// <param name="stocks">The counters of limited values; null for none.</param>
    /// <param name="tenant">Whose they are.</param>
    public RecommendationDesk(
        RecommenderSet recommenders,
        IPurchaseBook purchases,
        IProductRegister products,
        IContentStore? contents,
        IStockLedger? stocks,
        int tenant
    )
    {
        (_recommenders, _purchases, _tenant) = (recommenders, purchases, tenant);
        _candidates = new CandidateShelf(products, contents, stocks, tenant);
    }

    /// <summary>Who knows which products a limit would not let be told again yet (S2-17); null where nobody does.</summary>
    /// <value>The default value is null.</value>
    public RestingProducts? Resting { get; init; }

    /// <summary>The models that ship.</summary>
    /// <param name="ruleSets">The published rule sets.</param>
    /// <param name="purchases">What was bought.</param>
    /// <param name="tenant">Whose orders.</param>
    public static IReadOnlyList<IRecommender> Shipped(RuleSetCatalog ruleSets, IPurchaseBook purchases, int tenant) =>
        [new RuleRecommender(ruleSets), new CoPurchaseRecommender(purchases, tenant), new ChosenRecommender()];

    /// <summary>A desk of trials: the models that ship, over what a case says.</summary>
    internal static RecommendationDesk InMemory(
        RuleSetCatalog ruleSets,
        IEnumerable<Purchase> purchases,
        IProductRegister? products = null,
        IContentStore? contents = null,
        RestingProducts? resting = null
    )
    {
        var book = new MemoryPurchaseBook(purchases);
        return new RecommendationDesk(
            new RecommenderSet(Shipped(ruleSets, book, OnlyTenant)),
            book,
            products ?? new MemoryProductRegister(),
            contents,
            null,
            OnlyTenant
        )
        {
            Resting = resting,
        };
    }

    /// <summary>What is recommended to a contact, the best first.</summary>
    /// <param name="wish">What the journey wants.</param>
    /// <param name="contact">For whom.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="FaultException">There is no such model, or it failed.</exception>
    public async Task<IReadOnlyList<Recommendation>> AskAsync(
        RecommendationWish wish,
        Contact contact,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(wish);
        ArgumentNullException.ThrowIfNull(contact);
        var model = Find(wish.Model);
        var bought = await _purchases.OfAsync(_tenant, contact.Id, now, MostOrders, cancellationToken);
        var candidates = await AwakeAsync(
            wish,
            contact,
            await CandidatesAsync(wish, bought, now, cancellationToken),
            now,
            cancellationToken
        );
        if (candidates.Count == 0)
        {
            return [];
        }

        var question = new RecommendationQuestion(contact, now, candidates, bought) { RuleSet = wish.RuleSet };
        return
        [
            .. (await model.RecommendAsync(question, cancellationToken))
                // A model of a plug-in may name anything.
                .Where(one => one.Score > 0 && candidates.Contains(one.Candidate))
                .OrderByDescending(one => one.Score)
                .ThenBy(one => one.Candidate.Id, StringComparer.Ordinal)
                .DistinctBy(one => one.Candidate.Id, StringComparer.Ordinal)
                .Take(wish.Count),
        ];
    }

    /// <summary>The model of a name.</summary>
    /// <exception cref="FaultException">There is none.</exception>
    internal IRecommender Find(string name) =>
        _recommenders.Find(name)
        ?? throw new FaultException(
            "UnknownModel",
            $"There is no model '{name}': there are {string.Join(", ", _recommenders.Names)}."
        );

    // A second message about one product would be stopped by a limit: the next best is told instead.
    private async Task<IReadOnlyList<Candidate>> AwakeAsync(
        RecommendationWish wish,
        Contact contact,
        IReadOnlyList<Candidate> candidates,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        string[] products =
        [
            .. candidates.Select(one => one.Product).OfType<string>().Distinct(StringComparer.Ordinal),
        ];
        if (Resting is null || products.Length == 0)
        {
            return candidates;
        }

        var resting = await Resting.FindAsync(_tenant, contact.Id, wish.Channel, products, now, cancellationToken);
        return [.. candidates.Where(one => one.Product is not { } product || !resting.Contains(product))];
    }

    private async Task<IReadOnlyList<Candidate>> CandidatesAsync(
        RecommendationWish wish,
        IReadOnlyList<Purchase> bought,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var lately = bought
            .Where(one => one.PaidAt > now.AddDays(-wish.NotBoughtForDays))
            .SelectMany(one => one.Products)
            .ToHashSet(StringComparer.Ordinal);
        var categories = await _candidates.CategoriesAsync(
            [.. bought.SelectMany(one => one.Products).Distinct(StringComparer.Ordinal)],
            cancellationToken
        );
        return
        [
            .. (await _candidates.FindAsync(wish, now, cancellationToken))
                .Where(candidate => candidate.Product is not { } product || !lately.Contains(product))
                .Select(candidate =>
                    candidate with
                    {
                        TimesBought = bought.Count(one =>
                            candidate.Product is { } product && one.Products.Contains(product, StringComparer.Ordinal)
                        ),
                        TimesBoughtOfCategory = bought.Count(one =>
                            candidate.Category is { } category
                            && one.Products.Any(product =>
                                category.Equals(categories.GetValueOrDefault(product), StringComparison.Ordinal)
                            )
                        ),
                    }
                ),
        ];
    }
}
