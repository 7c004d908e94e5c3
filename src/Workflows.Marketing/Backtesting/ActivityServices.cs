using Workflows.Marketing.Contacts;
using Workflows.Rules.Catalog;

namespace Workflows.Marketing.Backtesting;

/// <summary>What activities may ask for in a back-test: the rule sets, and nothing that reaches outside.</summary>
internal sealed class ActivityServices(RuleSetCatalog ruleSets, ContactPlacement? placement = null) : IServiceProvider
{
    private readonly ContactPlacement _placement = placement ?? ContactPlacement.InMemory();

    public object? GetService(Type serviceType) =>
        serviceType == typeof(RuleSetCatalog) ? ruleSets
        : serviceType == typeof(ContactPlacement) ? _placement
        : null;
}
