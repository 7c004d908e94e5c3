using System.Collections.Concurrent;

namespace Workflows.Host.Live;

/// <summary>Which connection looks at which instance, on this host.</summary>
internal sealed class Observers
{
    // A page looks at one instance, or at a few nested ones.
    private const int MostOfOne = 32;

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<Guid, byte>> _byConnection = new(
        StringComparer.Ordinal
    );

    public void Add(string connection, Guid instance)
    {
        var observed = _byConnection.GetOrAdd(connection, _ => new ConcurrentDictionary<Guid, byte>());
        if (observed.Count < MostOfOne)
        {
            observed.TryAdd(instance, 0);
        }
    }

    public void Remove(string connection) => _byConnection.TryRemove(connection, out _);

    /// <summary>The instances that somebody looks at.</summary>
    public IReadOnlyCollection<Guid> Instances() =>
        [.. _byConnection.Values.SelectMany(observed => observed.Keys).Distinct()];
}
