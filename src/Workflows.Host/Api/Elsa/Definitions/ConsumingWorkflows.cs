using Workflows.Runtime.Definitions;

namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>Which workflows use another one, as an activity or as one they start.</summary>
internal sealed class ConsumingWorkflows(IDefinitionStore store)
{
    public Task<IReadOnlyList<DefinitionMark>> OfAsync(string definitionId, CancellationToken cancellationToken) =>
        store.ListUsersAsync(definitionId, cancellationToken);

    /// <summary>The same with their documents.</summary>
    public async Task<IReadOnlyList<StoredDefinition>> ReadAsync(
        string definitionId,
        CancellationToken cancellationToken
    )
    {
        List<StoredDefinition> found = [];
        foreach (var mark in await OfAsync(definitionId, cancellationToken))
        {
            if (await store.FindAsync(mark.DefinitionId, mark.Version, cancellationToken) is { } stored)
            {
                found.Add(stored);
            }
        }

        return found;
    }
}
