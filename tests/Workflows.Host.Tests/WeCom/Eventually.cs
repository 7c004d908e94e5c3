using System.Diagnostics;

namespace Workflows.Host.Tests.WeCom;

/// <summary>Waits for what a host does on its own time.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task TrueAsync(Func<Task<bool>> holds)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await holds())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, "It did not come true in time.");
            await Task.Delay(20);
        }
    }
}
