using System.Collections.Concurrent;
using System.Text.Json;

namespace Workflows.Host.Demo;

/// <summary>
/// The demo workspace's receiving side: an address that takes messages as a shop's own system would, so that a stranger sees them arrive.
/// Keeps the last ones in memory; a message that comes twice is kept once, by its key.
/// </summary>
internal sealed class DemoInbox
{
    private const int Kept = 200;

    private readonly ConcurrentQueue<DemoMessage> _messages = new();
    private readonly ConcurrentDictionary<string, bool> _keys = new(StringComparer.Ordinal);

    /// <summary>What arrived, oldest first.</summary>
    public IReadOnlyList<DemoMessage> Messages => [.. _messages];

    public void Receive(string key, JsonElement body)
    {
        if (!_keys.TryAdd(key, true))
        {
            return;
        }

        _messages.Enqueue(new DemoMessage(key, body));
        while (_messages.Count > Kept && _messages.TryDequeue(out var oldest))
        {
            _keys.TryRemove(oldest.Key, out _);
        }
    }
}
