namespace Workflows.Marketing.Messaging;

/// <summary>What becomes of a message that a limit does not let through now. The numbers are stored.</summary>
public enum LimitPolicy : short
{
    /// <summary>It waits until the limit allows it, or until it expires.</summary>
    Defer = 1,

    /// <summary>It is not sent: it ends as <see cref="SendOutcome.Refused"/> with the limit's reason code.</summary>
    Drop = 2,

    /// <summary>It is not sent, and the journey decides: it ends as refused and says until when it would have waited.</summary>
    Branch = 3,
}
