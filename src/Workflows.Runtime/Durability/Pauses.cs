namespace Workflows.Runtime.Durability;

internal static class Pauses
{
    /// <summary>Waits by the clock; being told to stop ends the wait and is no exception.</summary>
    public static Task PauseAsync(this TimeProvider clock, TimeSpan pause, CancellationToken cancellationToken) =>
        Task.Delay(pause, clock, cancellationToken)
            .ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
}
