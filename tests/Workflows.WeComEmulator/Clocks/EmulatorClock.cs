namespace Workflows.WeComEmulator.Clocks;

/// <summary>
/// The time of the emulated company. It runs with the machine's, shifted by hand, or stands still until it is moved; it never goes back.
/// </summary>
public sealed class EmulatorClock : TimeProvider
{
    private readonly AsyncLocal<DateTimeOffset?> _moment = new();
    private volatile Setting _setting = new(null, TimeSpan.Zero);

    /// <summary>Whether it stands still between moves.</summary>
    public bool Stands => _setting.StandsAt is not null;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        if (_moment.Value is { } moment)
        {
            return moment;
        }

        var setting = _setting;
        return setting.StandsAt ?? System.GetUtcNow() + setting.Ahead;
    }

    /// <summary>Everything that the caller does from here on happens at one moment, so that it can be done again exactly.</summary>
    public void HoldAt(DateTimeOffset moment) => _moment.Value = moment;

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
