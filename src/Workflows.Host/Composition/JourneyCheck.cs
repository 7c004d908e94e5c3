using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Runtime.Definitions;

namespace Workflows.Host.Composition;

/// <summary>Brings marketing's checks into the validation of definitions.</summary>
internal sealed class JourneyCheck(RuleSetCatalog ruleSets, IReadOnlyCollection<string>? channels) : IDefinitionCheck
{
    private readonly JourneyChecks _checks = new(ruleSets, channels);

    public async ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(
        WorkflowGraph graph,
        CancellationToken cancellationToken
    ) => await _checks.CheckAsync(graph.Definition, cancellationToken);
}
