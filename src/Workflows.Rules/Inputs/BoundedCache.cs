using System.Collections.Concurrent;

namespace Workflows.Rules.Inputs;

/// <summary>Keeps up to a number of values and makes each once; when it is full, the oldest one goes.</summary>
internal sealed class BoundedCache<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<TValue>> _values = new();
    private readonly ConcurrentQueue<TKey> _order = new();

    public int Count => _values.Count;

    public TValue GetOrAdd(TKey key, Func<TKey, TValue> make)
    {
        if (_values.TryGetValue(key, out var known))
        {
            return known.Value;
        }

        var made = new Lazy<TValue>(() => make(key));
        var kept = _values.GetOrAdd(key, made);
        if (ReferenceEquals(kept, made))
        {
            _order.Enqueue(key);
            while (_values.Count > capacity && _order.TryDequeue(out var oldest))
            {
                _values.TryRemove(oldest, out _);
            }
        }

        return kept.Value;
    }
}
