namespace Workflows.Runtime.Activities;

/// <summary>A failure an activity describes itself: the incident carries its code, and the retry policy asks it, not the exception's type.</summary>
public sealed class FaultException : Exception
{
    /// <summary>Creates the failure.</summary>
    /// <param name="code">A stable code.</param>
    /// <param name="message">What went wrong, for the operator.</param>
    /// <param name="isRetryable">Whether trying again may help. The default is false.</param>
    /// <param name="innerException">The cause.</param>
    public FaultException(string code, string message, bool isRetryable = false, Exception? innerException = null)
        : base(message, innerException)
    {
        Code = code;
        IsRetryable = isRetryable;
    }

    /// <summary>A stable code.</summary>
    public string Code { get; }

    /// <summary>Whether trying again may help.</summary>
    public bool IsRetryable { get; }
}
