using System.ComponentModel.DataAnnotations;

namespace Workflows.Marketing.Channels.WeCom.Quotas;

/// <summary>How often one API may be called by all hosts together (WeCom document path/90454).</summary>
public sealed class CallLimits
{
    /// <summary>Calls of one API in a minute.</summary>
    /// <value>The default value is 10,000.</value>
    [Range(1, 10_000_000)]
    public int PerMinute { get; set; } = 10_000;

    /// <summary>Calls of one API in an hour.</summary>
    /// <value>The default value is 150,000.</value>
    [Range(1, 100_000_000)]
    public int PerHour { get; set; } = 150_000;

    /// <summary>How long an API is left alone after WeCom said that it was called too often (45009).</summary>
    /// <value>The default value is 1 minute, the shortest time WeCom blocks for.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan Pause { get; set; } = TimeSpan.FromMinutes(1);
}
