namespace Workflows.Marketing.Channels.WeCom.Callbacks;

/// <summary>Where a callback is. The numbers are stored: they never change.</summary>
public enum CallbackState
{
    /// <summary>Waits to be handled.</summary>
    Queued = 1,

    /// <summary>What it says is part of our contacts and groups.</summary>
    Handled = 2,

    /// <summary>It means nothing to us, and is kept as it came.</summary>
    Kept = 3,

    /// <summary>It could not be handled, and is kept for a person to look at.</summary>
    Dead = 4,
}
