using Workflows.Marketing.Channels.WeCom.Records;
using Workflows.Marketing.Channels.WeCom.Statistics;

namespace Workflows.Marketing.Channels.WeCom.Synchronization;

/// <summary>Whose data is compared, by whom, on which clocks.</summary>
public sealed class WeComSyncOptions
{
    /// <summary>Whose data.</summary>
    /// <value>There is no default value: it has to be set.</value>
    public required int Tenant { get; init; }

    /// <summary>This process, as leases name it; unique among the processes on one database.</summary>
    /// <value>There is no default value: it has to be set.</value>
    public required string Owner { get; init; }

    /// <summary>The workspace's clock: what happened when.</summary>
    /// <value>There is no default value: it has to be set.</value>
    public required TimeProvider Clock { get; init; }

    /// <summary>The machine's clock: leases and pauses.</summary>
    /// <value>There is no default value: it has to be set.</value>
    public required TimeProvider Machine { get; init; }

    /// <summary>Where it is kept what we changed in WeCom ourselves, which is no news.</summary>
    /// <value>The default value is null: nothing was.</value>
    public IOwnChangeStore? Changes { get; init; }

    /// <summary>Where the figures of days are kept.</summary>
    /// <value>The default value is null: they are not asked for.</value>
    public IStatisticStore? Statistics { get; init; }
}
