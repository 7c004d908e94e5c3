namespace Workflows.Marketing.Recommending;

/// <summary>Who bought what, both ways round.</summary>
internal sealed class Baskets
{
    private readonly ILookup<string, Guid> _buyers;
    private readonly ILookup<Guid, string> _products;

    public Baskets(IEnumerable<Purchase> purchases)
    {
        (Guid Contact, string Product)[] bought =
        [
            .. purchases
                .SelectMany(purchase => purchase.Products.Select(product => (purchase.ContactId, product)))
                .Distinct(),
        ];
        _buyers = bought.ToLookup(one => one.Product, one => one.Contact, StringComparer.Ordinal);
        _products = bought.ToLookup(one => one.Contact, one => one.Product);
    }

    /// <summary>How many others who bought any of these products bought each product.</summary>
    public Dictionary<string, int> BoughtWith(IEnumerable<string> products, Guid contact) =>
        products
            .SelectMany(product => _buyers[product])
            .Distinct()
            .Where(buyer => buyer != contact)
            .SelectMany(buyer => _products[buyer])
            .CountBy(product => product, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
}
