using System.Threading.Channels;

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

    internal ChannelReader<bool> Work => _work.Reader;

    internal ChannelReader<(WeComCallback Callback, DateTimeOffset At)> Welcomes => _welcomes.Reader;

    internal void Raise(WeComCallback callback, DateTimeOffset at)
    {
        if (callback.WelcomeCode is not null)
        {
            _welcomes.Writer.TryWrite((callback, at));
        }

        _work.Writer.TryWrite(true);
    }
}
