using Workflows.WeComEmulator.Calls;
using Workflows.WeComEmulator.Police;

namespace Workflows.WeComEmulator.Quotas;

/// <summary>Calls of each address in a minute and in an hour; one too many is refused with 45009 until the window is over.</summary>
internal sealed class CallRates
{
    private const int OwnPerMinute = 10_000;
    private const int OwnPerHour = 150_000;

    private readonly Dictionary<string, (long Minute, int InMinute, long Hour, int InHour)> _counts = [];

    public int PerMinute { get; set; } = OwnPerMinute;

    public int PerHour { get; set; } = OwnPerHour;

    public void Count(string path, DateTimeOffset now)
    {
        var minute = now.ToUnixTimeSeconds() / 60;
        var hour = minute / 60;
        var count = _counts.GetValueOrDefault(path);
        var inMinute = count.Minute == minute ? count.InMinute + 1 : 1;
        var inHour = count.Hour == hour ? count.InHour + 1 : 1;
        _counts[path] = (minute, inMinute, hour, inHour);
        if (inMinute > PerMinute || inHour > PerHour)
        {
            // Under a limit that a test made tighter, being refused is the test; over the platform's own, it is a mistake.
            var breach = inMinute > OwnPerMinute || inHour > OwnPerHour ? Breaches.Rate : null;
            throw new RefusedException(
                ErrorCodes.TooMany,
                breach,
                $"{inMinute} calls in a minute, {inHour} in an hour"
            );
        }
    }
}
