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

    private readonly HashSet<string> _broken = new(StringComparer.Ordinal);
    private Dictionary<string, DefinitionMark> _known = new(StringComparer.Ordinal);
    private IReadOnlyList<DefinitionMark> _published = [];

    /// <summary>
    /// Looks at the store once and takes over what differs: only what is published since the last look is read and compiled.
    /// One call at a time.
    /// </summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var published = await catalog.Store.ListPublishedAsync(cancellationToken);
        if (published.SequenceEqual(_published))
        {
            return;
        }

        var now = published.ToDictionary(mark => mark.DefinitionId, StringComparer.Ordinal);
        foreach (var gone in _known.Keys.Where(id => !now.ContainsKey(id)))
        {
            triggers.Remove(gone);
            _broken.Remove(gone);
        }

        // What embeds a workflow that was missing may be whole again: what is broken is tried anew with every change.
        foreach (var mark in published.Where(mark => IsNew(mark) || _broken.Contains(mark.DefinitionId)))
        {
            await TakeOverAsync(mark, cancellationToken);
        }

        (_known, _published) = (now, published);
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

    // Whoever deletes a workflow and makes it anew begins with the same number.
    private bool IsNew(DefinitionMark mark) =>
        !_known.TryGetValue(mark.DefinitionId, out var known)
        || (known.Version, known.CreatedAt) != (mark.Version, mark.CreatedAt);

    private async Task TakeOverAsync(DefinitionMark mark, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(mark.DefinitionId, out var known) && known.Version == mark.Version)
        {
            catalog.Forget(mark);
        }

        if (await catalog.GetAsync(mark.DefinitionId, mark.Version, cancellationToken) is { } graph)
        {
            triggers.Replace(graph);
            _broken.Remove(mark.DefinitionId);
        }
        else
        {
            triggers.Remove(mark.DefinitionId);
            _broken.Add(mark.DefinitionId);
        }
    }
}
