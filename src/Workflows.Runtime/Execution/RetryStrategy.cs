namespace Workflows.Runtime.Execution;

/// <summary>A retry policy with a name, which activities choose in the designer.</summary>
/// <param name="Id">What documents hold.</param>
/// <param name="DisplayName">Its title in English; designers' other languages have texts for it.</param>
/// <param name="Policy">How often and when; null for never.</param>
public sealed record RetryStrategy(string Id, string DisplayName, RetryPolicy? Policy)
{
    /// <summary>The strategies there are.</summary>
    public static IReadOnlyList<RetryStrategy> All { get; } =
    [
        new("none", "No retry", null),
        new("default", "Default: 3 times, after 10, 20 and 40 seconds", RetryPolicy.Default),
        new(
            "quick",
            "Quick: 5 times, after 1 to 16 seconds",
            new RetryPolicy(5, TimeSpan.FromSeconds(1), 2, TimeSpan.FromMinutes(1))
        ),
        new(
            "patient",
            "Patient: 10 times, after 1 minute to 1 hour",
            new RetryPolicy(10, TimeSpan.FromMinutes(1), 2, TimeSpan.FromHours(1))
        ),
    ];

    /// <summary>A strategy by its id, without regard to case; null when there is none.</summary>
    /// <param name="id">The id.</param>
    public static RetryStrategy? Find(string? id) =>
        All.FirstOrDefault(strategy => string.Equals(strategy.Id, id, StringComparison.OrdinalIgnoreCase));
}
