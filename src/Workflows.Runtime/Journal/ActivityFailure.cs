namespace Workflows.Runtime.Journal;

/// <summary>What stopped an execution.</summary>
/// <param name="Type">The incident's code, or the exception's type.</param>
/// <param name="Message">What went wrong.</param>
public sealed record ActivityFailure(string Type, string Message);
