using Workflows.Runtime.Definitions;

namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>Which workflows use another one as an activity.</summary>
internal sealed class ConsumingWorkflows(IDefinitionStore store)
{
    public async Task<IReadOnlyList<StoredDefinition>> OfAsync(string definitionId, CancellationToken cancellationToken)
    {
        var latest = await store.ListLatestAsync(cancellationToken);
        return
        [
            .. latest.Where(row =>
                !string.Equals(row.DefinitionId, definitionId, StringComparison.Ordinal)
                && row.Json.Contains($"\"{definitionId}\"", StringComparison.Ordinal)
                && row.Json.Contains("\"workflowDefinitionId\"", StringComparison.OrdinalIgnoreCase)
            ),
        ];
    }
}
