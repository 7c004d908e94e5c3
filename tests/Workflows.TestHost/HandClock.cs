namespace Workflows.TestHost;

/// <summary>
/// A clock whose time of day is set by hand and stands still in between. Only <see cref="GetUtcNow"/> is by hand:
/// timers and time stamps stay the machine's, so that polling, time-outs and back-offs take real, short time.
/// </summary>
internal sealed class HandClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Sets the time; it never goes back.</summary>
    /// <returns>Whether the time was accepted.</returns>
    public bool TrySet(DateTimeOffset now)
    {
        var wanted = now.UtcTicks;
        for (var current = Interlocked.Read(ref _ticks); wanted >= current; current = Interlocked.Read(ref _ticks))
        {
            if (Interlocked.CompareExchange(ref _ticks, wanted, current) == current)
            {
                return true;
            }
        }

        return false;
    }
}
