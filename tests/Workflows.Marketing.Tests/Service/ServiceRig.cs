using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Service.Orders;
using Workflows.Marketing.Tests.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;

namespace Workflows.Marketing.Tests.Service;

/// <summary>A service desk in memory, with the rule sets that ship with the product.</summary>
internal sealed class ServiceRig : IServiceProvider
{
    // Warming Microsoft's engine takes longer than a test; all tests share one catalogue.
    private static readonly Lazy<Task<RuleSetCatalog>> Shipped = new(PublishAsync);

    private readonly RuleSetCatalog _ruleSets;

    private ServiceRig(RuleSetCatalog ruleSets)
    {
        _ruleSets = ruleSets;
        Desk = new WorkOrderDesk(Store, new SessionRules(ruleSets), tenant: 1);
        Sorting = new WorkOrderSorting(Store, tenant: 1);
    }

    public MemoryWorkOrderStore Store { get; } = new();

    public WorkOrderDesk Desk { get; }

    public WorkOrderSorting Sorting { get; }

    public static async Task<ServiceRig> CreateAsync() => new(await Shipped.Value);

    public static Contact Customer(DateTimeOffset at) =>
        new(
            new ContactState(Guid.Parse("018f0000-0000-7000-8000-000000000001"), at)
            {
                Identities = [new ContactIdentity(IdentityKind.Phone, "13800000001")],
            }
        );

    public object? GetService(Type serviceType) =>
        serviceType == typeof(RuleSetCatalog) ? _ruleSets
        : serviceType == typeof(WorkOrderDesk) ? Desk
        : null;

    private static async Task<RuleSetCatalog> PublishAsync()
    {
        var catalog = new RuleSetCatalog(
            new MemoryRuleSetStore(),
            new RulesEngineJudge(),
            TimeProvider.System,
            ContactRules.Shape
        );
        foreach (var name in (string[])["session-boundary", "service-sentiment"])
        {
            var publication = await catalog.PublishAsync(ShippedJourney.Read("rules", name, "rules.json"));
            Assert.True(publication.Succeeded, string.Join('\n', publication.Diagnostics));
        }

        return catalog;
    }
}
