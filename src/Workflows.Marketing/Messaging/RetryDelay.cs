namespace Workflows.Marketing.Messaging;

/// <summary>How long to wait before an attempt is repeated: doubling, capped, and spread so that a crowd does not return at once.</summary>
internal static class RetryDelay
{
    private static readonly TimeSpan LongestAsked = TimeSpan.FromDays(1);

    /// <param name="options">First and longest delay.</param>
    /// <param name="key">The message: the same message waits equally long whoever computes it.</param>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="asked">What the other side asks for; it is granted up to a day.</param>
    public static TimeSpan After(MessageDispatcherOptions options, string key, int attempt, TimeSpan? asked)
    {
        var doubled = options.FirstDelay * Math.Pow(2, Math.Min(attempt - 1, 40));
        var capped = doubled < options.MaxDelay ? doubled : options.MaxDelay;
        var spread = capped * (0.5 + (0.5 * Fraction(key, attempt)));
        var granted = asked < LongestAsked ? asked.Value : LongestAsked;
        return asked is not null && granted > spread ? granted : spread;
    }

    /// <summary>A number in [0, 1) that is the same for the same message and attempt: FNV-1a, finished as in SplitMix64.</summary>
    private static double Fraction(string key, int attempt)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in key)
        {
            hash = unchecked((hash ^ letter) * 1099511628211UL);
        }

        hash = unchecked(hash + ((ulong)attempt * 0x9E3779B97F4A7C15UL));
        hash = unchecked((hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL);
        hash = unchecked((hash ^ (hash >> 27)) * 0x94D049BB133111EBUL);
        return ((hash ^ (hash >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
