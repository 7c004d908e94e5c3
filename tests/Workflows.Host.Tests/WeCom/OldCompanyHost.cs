using Workflows.WeComEmulator.Controls;

namespace Workflows.Host.Tests.WeCom;

/// <summary>A host beside a company whose friendships are a day old.</summary>
public sealed class OldCompanyHost : EmulatedHost
{
    protected override async Task<RunningEmulator> FoundAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        var emulator = await RunningEmulator.StartAsync(new EmulatorOptions { Now = now.AddDays(-1) });
        await emulator.Client.SetClockAsync(now);
        return emulator;
    }
}
