namespace Workflows.Runtime.Execution;

/// <summary>How often and when a failed activity is tried again. A retry is a timer of the instance, so it survives restarts.</summary>
/// <param name="MaxAttempts">How many tries after the first. The default is 3.</param>
/// <param name="Delay">The wait before the first retry. The default is 10 s.</param>
/// <param name="Factor">What each further wait is multiplied with. The default is 2.</param>
/// <param name="MaxDelay">The longest wait. The default is one hour.</param>
public sealed record RetryPolicy(int MaxAttempts, TimeSpan Delay, double Factor, TimeSpan MaxDelay)
{
    /// <summary>Three retries after 10, 20 and 40 seconds.</summary>
    public static RetryPolicy Default { get; } = new(3, TimeSpan.FromSeconds(10), 2, TimeSpan.FromHours(1));

    /// <summary>The wait before a retry; null when the activity has been tried often enough.</summary>
    /// <param name="attempt">How many retries there were.</param>
    public TimeSpan? DelayBefore(int attempt)
    {
        if (attempt >= MaxAttempts)
        {
            return null;
        }
        var ticks = Delay.Ticks * Math.Pow(Factor, attempt);
        return ticks >= MaxDelay.Ticks ? MaxDelay : TimeSpan.FromTicks((long)ticks);
    }
}
