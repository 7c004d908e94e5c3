namespace Workflows.WeComEmulator.Callbacks;

/// <summary>What happens to callbacks on their way; each is a likelihood from 0 to 1.</summary>
public sealed record ChaosKnobs
{
    /// <summary>Nothing goes wrong.</summary>
    public static ChaosKnobs None { get; } = new();

    /// <summary>Everything goes wrong, each a little; nothing is lost for good but what <see cref="Drop"/> takes.</summary>
    public static ChaosKnobs All { get; } =
        new()
        {
            Duplicate = 0.1,
            Reorder = 0.1,
            Drop = 0.02,
            Delay = 0.1,
            WrongSignature = 0.05,
            Replay = 0.05,
            SameSecond = true,
        };

    /// <summary>The event is delivered a second time, encrypted anew.</summary>
    public double Duplicate { get; init; }

    /// <summary>The event waits until the next one has left.</summary>
    public double Reorder { get; init; }

    /// <summary>The event is lost.</summary>
    public double Drop { get; init; }

    /// <summary>The event waits up to <see cref="DelaySeconds"/>.</summary>
    public double Delay { get; init; }

    /// <summary>The longest delay, in seconds of the emulator's clock.</summary>
    public double DelaySeconds { get; init; } = 3;

    /// <summary>A stranger sends the event first, with a wrong signature.</summary>
    public double WrongSignature { get; init; }

    /// <summary>The very same request is sent once more after it was accepted.</summary>
    public double Replay { get; init; }

    /// <summary>Events of ten seconds carry the same second, as events of a busy company do.</summary>
    public bool SameSecond { get; init; }
}
