using System.Collections.Concurrent;

namespace Workflows.Marketing.Documents;

/// <summary>Documents in memory, for trials and tests. One tenant only; safe on every thread.</summary>
public sealed class MemoryDocumentStore : IDocumentStore
{
    private readonly ConcurrentDictionary<string, string> _documents = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<string?> FindAsync(int tenant, string name, CancellationToken cancellationToken) =>
        Task.FromResult(_documents.GetValueOrDefault(name));

    /// <inheritdoc/>
    public Task SaveAsync(int tenant, string name, string text, CancellationToken cancellationToken)
    {
        _documents[name] = text;
        return Task.CompletedTask;
    }
}
