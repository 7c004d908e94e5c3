using Microsoft.Extensions.Time.Testing;

namespace Workflows.Marketing.Tests.Channels.WeCom;

/// <summary>A clock moved by hand on which short waits, such as those between repeats, end at once; time-outs do not.</summary>
internal sealed class EagerClock() : FakeTimeProvider(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero))
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(5);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        dueTime > TimeSpan.Zero && dueTime < Short
            ? System.CreateTimer(callback, state, TimeSpan.FromMilliseconds(1), period)
            : base.CreateTimer(callback, state, dueTime, period);
}
