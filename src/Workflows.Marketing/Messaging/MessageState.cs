namespace Workflows.Marketing.Messaging;

/// <summary>Where a message is. The numbers are stored: they never change.</summary>
public enum MessageState : short
{
    /// <summary>Waits for its next attempt.</summary>
    Queued = 1,

    /// <summary>Over: the other side has it.</summary>
    Delivered = 2,

    /// <summary>Over: given up, kept for a person to look at.</summary>
    Dead = 3,

    /// <summary>A task was made at the other side; its result is asked for.</summary>
    Submitted = 4,

    /// <summary>A limit does not let it through before its due time; the reason code says which.</summary>
    Deferred = 5,

    /// <summary>Over in another way; the outcome says which.</summary>
    Ended = 6,
}
