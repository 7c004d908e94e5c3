namespace Workflows.Marketing.Channels.WeCom;

/// <summary>Things that tenants keep by name, in memory, for trials and tests. Safe on every thread.</summary>
/// <typeparam name="T">The thing.</typeparam>
/// <param name="nameOf">Its name.</param>
internal sealed class MemoryNamed<T>(Func<T, string> nameOf)
    where T : class
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(int Tenant, string Name), T> _kept = [];

    public T? Find(int tenant, string name)
    {
        lock (_gate)
        {
            return _kept.GetValueOrDefault((tenant, name));
        }
    }

    /// <summary>A tenant's things, by name.</summary>
    public IReadOnlyList<T> List(int tenant, string? after = null, int count = int.MaxValue)
    {
        lock (_gate)
        {
            return
            [
                .. _kept
                    .Where(pair => pair.Key.Tenant == tenant && string.CompareOrdinal(pair.Key.Name, after) > 0)
                    .OrderBy(pair => pair.Key.Name, StringComparer.Ordinal)
                    .Select(pair => pair.Value)
                    .Take(count),
            ];
        }
    }

    public bool TryAdd(int tenant, T thing)
    {
        lock (_gate)
        {
            return _kept.TryAdd((tenant, nameOf(thing)), thing);
        }
    }

    public void Save(int tenant, T thing)
    {
        lock (_gate)
        {
            _kept[(tenant, nameOf(thing))] = thing;
        }
    }

    public void Remove(int tenant, string name)
    {
        lock (_gate)
        {
            _kept.Remove((tenant, name));
        }
    }
}
