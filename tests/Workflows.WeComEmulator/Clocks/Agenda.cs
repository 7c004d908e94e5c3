namespace Workflows.WeComEmulator.Clocks;

/// <summary>What happens by itself at a time of the emulated company: a member confirms, a transfer is over, a callback is tried again.</summary>
internal sealed class Agenda(EmulatorClock clock)
{
    private readonly PriorityQueue<Action, (DateTimeOffset At, long Order)> _entries = new();
    private long _order;

    public int Count => _entries.Count;

    public void After(TimeSpan delay, Action act) => _entries.Enqueue(act, (clock.GetUtcNow() + delay, _order++));

    public void RunDue() => RunUntil(clock.GetUtcNow());

    /// <summary>Moves the clock, stopping at each entry on the way, so that everything happens at its own time.</summary>
    public void MoveTo(DateTimeOffset now)
    {
        while (_entries.TryPeek(out _, out var next) && next.At <= now)
        {
            if (next.At > clock.GetUtcNow())
            {
                clock.MoveTo(next.At);
            }

            _entries.Dequeue()();
        }

        clock.MoveTo(now);
    }

    private void RunUntil(DateTimeOffset now)
    {
        while (_entries.TryPeek(out _, out var next) && next.At <= now)
        {
            _entries.Dequeue()();
        }
    }
}
