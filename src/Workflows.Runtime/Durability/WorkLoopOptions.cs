using System.ComponentModel.DataAnnotations;

namespace Workflows.Runtime.Durability;

/// <summary>How a host works on the queue.</summary>
public sealed class WorkLoopOptions
{
    /// <summary>How many batches run at once; each lane has partitions of its own.</summary>
    /// <value>The default value is 2.</value>
    [Range(1, 16)]
    public int Lanes { get; set; } = 2;

    /// <summary>How many work items one commit takes at most.</summary>
    /// <value>The default value is 500.</value>
    [Range(1, 10_000)]
    public int BatchSize { get; set; } = 500;

    /// <summary>How often an idle lane looks for timers and for work that other hosts enqueued.</summary>
    /// <value>The default value is 500 milliseconds.</value>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a host keeps its partitions without a sign of life. It renews three times as often.</summary>
    /// <value>The default value is 15 seconds.</value>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The tenant whose schedules fire.</summary>
    /// <value>The default value is 1.</value>
    public int Tenant { get; set; } = 1;
}
