using Workflows.WeComEmulator.Corp;

namespace Workflows.WeComEmulator.Controls;

/// <summary>Lets the company's time pass: what has come due happens, an event held back for the next one is let go.</summary>
internal sealed class Ticker(Company company) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(50);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            company.Tick();
        }
    }
}
