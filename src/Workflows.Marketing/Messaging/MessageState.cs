namespace Workflows.Marketing.Messaging;

/// <summary>Where a message is. The numbers are stored: they never change.</summary>
public enum MessageState
{
    /// <summary>Waits for its next attempt.</summary>
    Queued = 1,

    /// <summary>The other side has it.</summary>
    Delivered = 2,

    /// <summary>Given up, kept for a person to look at.</summary>
    Dead = 3,
}
