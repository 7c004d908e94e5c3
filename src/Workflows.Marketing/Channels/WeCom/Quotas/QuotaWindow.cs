namespace Workflows.Marketing.Channels.WeCom.Quotas;

/// <summary>A stretch of time in which an API may be called so often.</summary>
/// <param name="Account">The company, whose hosts share the quota.</param>
/// <param name="Api">The path of the API.</param>
/// <param name="Minutes">How long the window is: 1 or 60.</param>
/// <param name="Start">When it began; windows follow the clock's minutes and hours.</param>
public sealed record QuotaWindow(string Account, string Api, int Minutes, DateTimeOffset Start)
{
    /// <summary>When the next window begins.</summary>
    public DateTimeOffset End => Start.AddMinutes(Minutes);

    /// <summary>The window of this length that <paramref name="now"/> is in.</summary>
    public static QuotaWindow At(string account, string api, int minutes, DateTimeOffset now)
    {
        var length = TimeSpan.FromMinutes(minutes).Ticks;
        return new QuotaWindow(
            account,
            api,
            minutes,
            new DateTimeOffset(now.UtcTicks - (now.UtcTicks % length), TimeSpan.Zero)
        );
    }
}
