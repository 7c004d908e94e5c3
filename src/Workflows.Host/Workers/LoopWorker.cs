namespace Workflows.Host.Workers;

/// <summary>A hosted service that only runs a loop of another room until the host stops.</summary>
/// <param name="loop">Returns when it is told to stop; must not throw otherwise.</param>
internal sealed class LoopWorker(Func<CancellationToken, Task> loop) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop(stoppingToken);
}
