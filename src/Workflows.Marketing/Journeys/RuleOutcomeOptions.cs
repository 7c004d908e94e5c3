using Workflows.Rules.Catalog;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Journeys;

/// <summary>Offers the success events of all published rule sets as places to connect from: a designer draws ports by type, not by rule set.</summary>
/// <param name="catalog">The published rule sets.</param>
/// <param name="store">Their names.</param>
public sealed class RuleOutcomeOptions(RuleSetCatalog catalog, IRuleSetStore store) : IInputOptions
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<InputOption>> ListAsync(CancellationToken cancellationToken)
    {
        var names = new List<string>();
        foreach (var version in await store.ListAsync(cancellationToken))
        {
            if (await catalog.GetAsync(version.Name, cancellationToken) is { } ruleSet)
            {
                names.AddRange(ruleSet.SuccessEvents);
            }
        }

        return [.. names.Distinct(StringComparer.Ordinal).Select(name => new InputOption(name, name))];
    }
}
