namespace Workflows.Marketing.Messaging;

/// <summary>What a channel says about one attempt.</summary>
public abstract record Receipt
{
    private Receipt() { }

    /// <summary>The other side has it.</summary>
    /// <param name="Reference">The other side's name for it, or null.</param>
    public sealed record Delivered(string? Reference = null) : Receipt;

    /// <summary>The other side will never take it: trying again is of no use.</summary>
    /// <param name="Reason">Why, in one line.</param>
    public sealed record Refused(string Reason) : Receipt;

    /// <summary>The other side did not take it now: trying again may help.</summary>
    /// <param name="Reason">Why, in one line.</param>
    /// <param name="RetryAfter">How long the other side asks to wait, or null.</param>
    public sealed record Unavailable(string Reason, TimeSpan? RetryAfter = null) : Receipt;
}
