namespace Workflows.Marketing.Messaging;

/// <summary>How states and outcomes go together.</summary>
public static class MessageStates
{
    /// <summary>The state of a message that ended so.</summary>
    public static MessageState After(SendOutcome outcome) =>
        outcome switch
        {
            SendOutcome.Sent => MessageState.Delivered,
            SendOutcome.Failed => MessageState.Dead,
            _ => MessageState.Ended,
        };

    /// <summary>Whether the message is over.</summary>
    public static bool IsFinal(this MessageState state) =>
        state is MessageState.Delivered or MessageState.Dead or MessageState.Ended;

    /// <summary>Whether the message waits to be handed to its channel.</summary>
    public static bool IsWaiting(this MessageState state) => state is MessageState.Queued or MessageState.Deferred;
}
