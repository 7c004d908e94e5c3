using Workflows.Rules.Catalog;

namespace Workflows.Marketing.Tests.Journeys;

/// <summary>What activities may ask for in tests.</summary>
internal sealed class ContactServices(RuleSetCatalog ruleSets) : IServiceProvider
{
    public object? GetService(Type serviceType) => serviceType == typeof(RuleSetCatalog) ? ruleSets : null;
}
