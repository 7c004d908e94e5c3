using System.Globalization;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;
using Workflows.Marketing.Limits;
using Workflows.Marketing.Products;
using Workflows.Marketing.Recommending;
using Workflows.Rules.Catalog;
using Workflows.Runtime.Execution;

namespace Workflows.Marketing.Journeys.Cases;

/// <summary>What is recommended in a case: its products, by what its contact and the other customers bought.</summary>
internal static class JourneyCasePurchases
{
    private const int OnlyTenant = 1;

    public static async Task<RecommendationDesk> DeskAsync(
        RuleSetCatalog ruleSets,
        JourneyCasePlaces? places,
        JourneyCase one,
        Guid contact,
        IReadOnlyList<ContactEvent> events,
        ContentShelf? contents,
        RestingProducts resting,
        CancellationToken cancellationToken
    )
    {
        var products = new MemoryProductRegister();
        foreach (var product in places?.Products ?? [])
        {
            await products.SaveAsync(OnlyTenant, product, cancellationToken);
        }

        return RecommendationDesk.InMemory(
            ruleSets,
            [.. Own(contact, events), .. (one.Orders ?? []).SelectMany(Others)],
            products,
            contents?.Store,
            resting
        );
    }

    // What was bought once is not news, whether it was kept or given back.
    private static IEnumerable<Purchase> Own(Guid contact, IReadOnlyList<ContactEvent> events) =>
        events
            .Where(said => said.Type is ContactEventTypes.OrderPaid)
            .Select(said => new Purchase(
                contact,
                said.At,
                [.. OrderFacts.Read(said.Data).Lines.Select(line => line.Sku).Distinct(StringComparer.Ordinal)]
            ));

    // Customers of one name are one customer.
    private static IEnumerable<Purchase> Others(JourneyCaseOrder order, int index) =>
        order.Product is { } product
            ?
            [
                new Purchase(
                    StableId.Of(order.Name ?? string.Create(CultureInfo.InvariantCulture, $"order {index}")),
                    order.At,
                    [product]
                ),
            ]
            : [];
}
