using Workflows.Rules.Catalog;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Journeys;

/// <summary>Offers the published rule sets to designers.</summary>
/// <param name="store">Where they are kept.</param>
public sealed class RuleSetOptions(IRuleSetStore store) : IInputOptions
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<InputOption>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await store.ListAsync(cancellationToken)).Select(ruleSet => new InputOption(ruleSet.Name, ruleSet.Name))];
}
