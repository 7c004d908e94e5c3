using System.Collections.Concurrent;
using System.Threading.Channels;
using Workflows.Marketing.Channels.WeCom.Welcome;

namespace Workflows.Marketing.Channels.WeCom.Callbacks;

/// <summary>
/// Tells the loops of this process what was just accepted: the inbox's loop that there is work, the welcome's that a code is running out.
/// What a process forgets by dying is still in the inbox.
/// </summary>
public sealed class CallbackSignal
{
    private readonly Channel<bool> _work = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    private readonly Channel<(WeComCallback Callback, DateTimeOffset At)> _welcomes = Channel.CreateBounded<(
        WeComCallback,
        DateTimeOffset
    )>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly ConcurrentDictionary<string, DateTimeOffset> _greeted = new(StringComparer.Ordinal);

    internal ChannelReader<bool> Work => _work.Reader;

    internal ChannelReader<(WeComCallback Callback, DateTimeOffset At)> Welcomes => _welcomes.Reader;

    internal void Raise(WeComCallback callback, DateTimeOffset at)
    {
        if (callback.WelcomeCode is not null && _welcomes.Writer.TryWrite((callback, at)))
        {
            Remember(callback.Key, at);
        }

        _work.Writer.TryWrite(true);
    }

    /// <summary>Whether this process greets, or has greeted, for a callback.</summary>
    internal bool IsGreetedHere(string key) => _greeted.ContainsKey(key);

    /// <summary>This process could not greet; whoever reads the inbox tries again.</summary>
    internal void GiveUp(string key) => _greeted.TryRemove(key, out _);

    private void Remember(string key, DateTimeOffset at)
    {
        if (_greeted.Count > 20_000)
        {
            foreach (var (old, _) in _greeted.Where(pair => pair.Value < at - WelcomeTicket.Life))
            {
                _greeted.TryRemove(old, out _);
            }
        }

        _greeted[key] = at;
    }
}
