using Microsoft.Extensions.Logging;
using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Triggers;

/// <summary>
/// Keeps a <see cref="TriggerIndex"/> in step with what is published in the store, by whichever host: what this host
/// publishes is in the index already, what another one does follows within moments.
/// </summary>
/// <param name="catalog">What is published.</param>
/// <param name="triggers">The index.</param>
/// <param name="clock">Times the looks at the store.</param>
/// <param name="logger">Told when the store does not answer.</param>
public sealed class TriggerFeed(
    DefinitionCatalog catalog,
    TriggerIndex triggers,
    TimeProvider clock,
    ILogger<TriggerFeed> logger
)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private Dictionary<string, int> _known = new(StringComparer.Ordinal);

    /// <summary>Looks at the store once and takes over what differs; one call at a time.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var published = await catalog.ListPublishedAsync(cancellationToken);
        foreach (var graph in published)
        {
            if (!_known.TryGetValue(graph.DefinitionId, out var version) || version != graph.Version)
            {
                triggers.Replace(graph);
            }
        }

        var now = published.ToDictionary(graph => graph.DefinitionId, graph => graph.Version, StringComparer.Ordinal);
        foreach (var gone in _known.Keys.Where(definitionId => !now.ContainsKey(definitionId)))
        {
            triggers.Remove(gone);
        }

        _known = now;
    }

    /// <summary>Looks at the store every few seconds until told to stop.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Pause, clock, stopping);
                await RefreshAsync(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                logger.LogWarning(failure, "What is published could not be looked up: {Reason}", failure.Message);
            }
        }
    }
}
