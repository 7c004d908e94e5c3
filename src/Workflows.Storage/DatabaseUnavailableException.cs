namespace Workflows.Storage;

/// <summary>The database did not answer, or refused us, for as long as a start waits. The message is one line for the operator.</summary>
public sealed class DatabaseUnavailableException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which database, and what it said; no password.</param>
    /// <param name="innerException">What the driver threw last.</param>
    public DatabaseUnavailableException(string message, Exception innerException)
        : base(message, innerException) { }
}
