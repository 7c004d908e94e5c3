namespace Workflows.Runtime.Designer;

/// <summary>A named retry strategy, in one language, with the members designers show.</summary>
/// <param name="Id">What documents hold.</param>
/// <param name="DisplayName">The title.</param>
/// <param name="MaxRetryAttempts">How many tries after the first.</param>
/// <param name="Delay">The wait before the first retry.</param>
/// <param name="BackoffType">How the wait changes: it grows exponentially.</param>
public sealed record RetryStrategyDescription(
    string Id,
    string DisplayName,
    int MaxRetryAttempts,
    TimeSpan Delay,
    string BackoffType
);
