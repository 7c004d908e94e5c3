using Workflows.Rules.Catalog;

namespace Workflows.Marketing.Backtesting;

/// <summary>What activities may ask for in a back-test: the rule sets, and nothing that reaches outside.</summary>
internal sealed class ActivityServices(RuleSetCatalog ruleSets) : IServiceProvider
{
    public object? GetService(Type serviceType) => serviceType == typeof(RuleSetCatalog) ? ruleSets : null;
}
