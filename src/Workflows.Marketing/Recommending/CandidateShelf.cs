using Workflows.Marketing.Content;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Products;

namespace Workflows.Marketing.Recommending;

/// <summary>Finds what can be had: products that are sold and not sold out, contents that may be sent and whose goods and values are left.</summary>
/// <param name="products">The products.</param>
/// <param name="contents">The contents; null for none.</param>
/// <param name="stocks">The counters of limited values; null for none.</param>
/// <param name="tenant">Whose they are.</param>
internal sealed class CandidateShelf(
    IProductRegister products,
    IContentStore? contents,
    IStockLedger? stocks,
    int tenant
)
{
    private const int Most = 1_000;

    /// <summary>The candidates for a wish, at most a thousand.</summary>
    public async Task<IReadOnlyList<Candidate>> FindAsync(
        RecommendationWish wish,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        wish.Kind == CandidateKind.Product
            ? await ProductsAsync(wish, cancellationToken)
            : await ContentsAsync(wish, now, cancellationToken);

    /// <summary>The categories of products, where they are known and have one.</summary>
    public async Task<IReadOnlyDictionary<string, string>> CategoriesAsync(
        IReadOnlyCollection<string> skus,
        CancellationToken cancellationToken
    ) =>
        skus.Count == 0
            ? new Dictionary<string, string>(StringComparer.Ordinal)
            : (await products.FindAsync(tenant, skus, cancellationToken))
                .Where(product => product.Category is not null)
                .ToDictionary(product => product.Sku, product => product.Category!, StringComparer.Ordinal);

    private async Task<IReadOnlyList<Candidate>> ProductsAsync(
        RecommendationWish wish,
        CancellationToken cancellationToken
    )
    {
        List<Product> found = [];
        if (wish.Only.Count > 0)
        {
            found.AddRange(await products.FindAsync(tenant, wish.Only, cancellationToken));
        }
        else
        {
            IReadOnlyList<Product> page = [];
            do
            {
                page = await products.ListAsync(
                    tenant,
                    page is [.., var last] ? last.Sku : null,
                    Most,
                    cancellationToken
                );
                found.AddRange(page.Where(product => IsWanted(product, wish)));
            } while (page.Count == Most && found.Count < Most);
        }

        return
        [
            .. InOrder(found.Where(product => IsWanted(product, wish)), wish, product => product.Sku)
                .Take(Most)
                .Select(product => new Candidate(CandidateKind.Product, product.Sku, product.Name)
                {
                    Product = product.Sku,
                    Category = product.Category,
                    Role = product.Role.ToString(),
                }),
        ];
    }

    private static bool IsWanted(Product product, RecommendationWish wish) =>
        product.CanBeBought
        && (wish.Category is null || string.Equals(product.Category, wish.Category, StringComparison.Ordinal));

    private async Task<IReadOnlyList<Candidate>> ContentsAsync(
        RecommendationWish wish,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        List<ContentItem> found = [];
        var references = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var version in await VersionsAsync(wish, cancellationToken))
        {
            if (
                ContentFit.FindMistake(version.Item, Carriers.Of(wish.Channel), []) is null
                && await IsLeftAsync(version.Item, now, cancellationToken)
                && references.TryAdd(version.Item.Id, version.Ref.ToString())
            )
            {
                found.Add(version.Item);
            }
        }

        var goods = (
            await products.FindAsync(
                tenant,
                [.. found.Select(item => item.Product).OfType<string>().Distinct(StringComparer.Ordinal)],
                cancellationToken
            )
        ).ToDictionary(product => product.Sku, StringComparer.Ordinal);
        return
        [
            .. InOrder(found, wish, item => item.Id)
                .Select(item => (Item: item, Goods: item.Product is { } sku ? goods.GetValueOrDefault(sku) : null))
                // Of goods that are in no register nobody knows better.
                .Where(one => one.Goods?.CanBeBought != false)
                .Select(one => new Candidate(CandidateKind.Content, one.Item.Id, one.Item.Name)
                {
                    Product = one.Item.Product,
                    Category = one.Item.Category ?? one.Goods?.Category,
                    Role = one.Goods?.Role.ToString(),
                    Theme = one.Item.Theme?.ToString().ToLowerInvariant(),
                    Text = one.Item.In("zh").Text,
                    Reference = references[one.Item.Id],
                }),
        ];
    }

    private async Task<IReadOnlyList<ContentVersion>> VersionsAsync(
        RecommendationWish wish,
        CancellationToken cancellationToken
    )
    {
        if (contents is null)
        {
            return [];
        }

        if (wish.Only.Count == 0)
        {
            return await contents.ListAsync(
                tenant,
                new ContentQuery(Take: Most)
                {
                    Sendable = true,
                    Kind = wish.ContentKind,
                    Category = wish.Category,
                    Theme = wish.Theme,
                },
                cancellationToken
            );
        }

        List<ContentVersion> named = [];
        foreach (var name in wish.Only)
        {
            if (
                ContentRef.TryParse(name, out var reference)
                && await contents.FindSendableAsync(tenant, reference, cancellationToken) is { } version
                && (wish.Theme is null || version.Item.Theme == wish.Theme)
                && (
                    wish.Category is null
                    || string.Equals(version.Item.Category, wish.Category, StringComparison.Ordinal)
                )
            )
            {
                named.Add(version);
            }
        }

        return named;
    }

    private async Task<bool> IsLeftAsync(ContentItem item, DateTimeOffset now, CancellationToken cancellationToken) =>
        item.Stock is not { } name
        || stocks is null
        || (await stocks.FindAsync(tenant, name, cancellationToken))?.IsOpen(now) == true;

    // As a person wrote them down, else by their ids.
    private static IEnumerable<T> InOrder<T>(IEnumerable<T> found, RecommendationWish wish, Func<T, string> idOf)
    {
        string[] written = [.. wish.Only.Select(name => name.Split('@')[0])];
        return found
            .OrderBy(one => written.Length == 0 ? 0 : Array.IndexOf(written, idOf(one)))
            .ThenBy(idOf, StringComparer.Ordinal);
    }
}
