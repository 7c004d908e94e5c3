namespace Workflows.WeComEmulator.Clocks;

/// <summary>
/// The time of the emulated company. It runs with the machine's, shifted by hand, or stands still until it is moved; it never goes back.
/// </summary>
public sealed class EmulatorClock : TimeProvider
{
    private volatile Setting _setting = new(null, TimeSpan.Zero);

    /// <summary>Whether it stands still between moves.</summary>
    public bool Stands => _setting.StandsAt is not null;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        var setting = _setting;
        return setting.StandsAt ?? System.GetUtcNow() + setting.Ahead;
    }

    /// <summary>Stops it at a time.</summary>
    public void StandAt(DateTimeOffset now) => _setting = new Setting(now.ToUniversalTime(), TimeSpan.Zero);

    /// <summary>Lets it run again from where it stands.</summary>
    public void Run()
    {
        if (_setting.StandsAt is { } now)
        {
            _setting = new Setting(null, now - System.GetUtcNow());
        }
    }

    /// <summary>Sets the time; a clock that runs goes on from there.</summary>
    public void MoveTo(DateTimeOffset now) =>
        _setting = Stands
            ? new Setting(now.ToUniversalTime(), TimeSpan.Zero)
            : new Setting(null, now - System.GetUtcNow());

    private sealed record Setting(DateTimeOffset? StandsAt, TimeSpan Ahead);
}
