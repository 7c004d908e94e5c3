using Workflows.Marketing.Channels.WeCom.Callbacks;

namespace Workflows.Marketing.Channels.WeCom.Welcome;

/// <summary>Greets what this process' gate just let in, many at a time and with nothing in front.</summary>
/// <param name="desk">Greets.</param>
/// <param name="signal">Says who came.</param>
/// <param name="options">Whose friends, and who is told of failures.</param>
public sealed class WelcomeLoop(WelcomeDesk desk, CallbackSignal signal, CallbackLoopOptions options)
{
    private const int Parallelism = 128;

    /// <summary>Greets until <paramref name="stopping"/>; a welcome that has begun is finished.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            await Parallel.ForEachAsync(
                signal.Welcomes.ReadAllAsync(stopping),
                new ParallelOptions
                {
                    MaxDegreeOfParallelism = Parallelism,
                    CancellationToken = CancellationToken.None,
                },
                async (arrival, _) => await GreetAsync(arrival.Callback, arrival.At)
            );
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Asked to stop while nobody came.
        }
    }

    private async Task GreetAsync(WeComCallback callback, DateTimeOffset at)
    {
        try
        {
            await desk.GreetAsync(options.Tenant, callback, at, CancellationToken.None);
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            // The callback is still in the inbox: its loop tries once more.
            signal.GiveUp(callback.Key);
            options.OnFailed?.Invoke(failed);
        }
    }
}
