namespace Workflows.Marketing.Limits.Rules;

/// <summary>What becomes of a message that a limit stops.</summary>
public enum LimitAction
{
    /// <summary>It waits until the limit no longer stops it, and is judged again then.</summary>
    Defer,

    /// <summary>It is not sent.</summary>
    Drop,
}
