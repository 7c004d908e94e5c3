namespace Workflows.Marketing.Messaging;

/// <summary>What a channel says about one attempt, or about one message of a task: a closed set of cases.</summary>
public abstract record Receipt
{
    private Receipt() { }

    /// <summary>The other side has it.</summary>
    /// <param name="Reference">The other side's name for it, or null.</param>
    public sealed record Delivered(string? Reference = null) : Receipt;

    /// <summary>It is over, and trying again is of no use.</summary>
    /// <param name="Outcome">How it ended.</param>
    /// <param name="ReasonCode">Why, for reports: lower case words joined by <c>_</c>, at most 64 characters.</param>
    /// <param name="Reason">Why, in one line.</param>
    public sealed record Ended(SendOutcome Outcome, string ReasonCode, string Reason) : Receipt;

    /// <summary>The other side surely did not take it: trying again may help.</summary>
    /// <param name="Reason">Why, in one line.</param>
    /// <param name="RetryAfter">How long the other side asks to wait, or null.</param>
    public sealed record Unavailable(string Reason, TimeSpan? RetryAfter = null) : Receipt;

    /// <summary>
    /// A task was made at the other side, or goes on there: what became of the message is asked for later, by
    /// <see cref="ITaskChannel.CheckAsync"/>.
    /// </summary>
    /// <param name="Reference">The other side's name for the task; several messages may share one.</param>
    /// <param name="CheckAfter">How long to wait before asking, or null for the dispatcher's own interval.</param>
    public sealed record Accepted(string Reference, TimeSpan? CheckAfter = null) : Receipt;

    /// <summary>
    /// It may have been received, nobody knows. The channel is asked again with a higher
    /// <see cref="DeliveryAttempt.Number"/> and has to find out before it sends.
    /// </summary>
    /// <param name="Reason">Why, in one line.</param>
    public sealed record Unknown(string Reason) : Receipt;
}
