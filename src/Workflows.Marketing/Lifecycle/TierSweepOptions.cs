namespace Workflows.Marketing.Lifecycle;

/// <summary>How lifecycle tiers are kept.</summary>
public sealed class TierSweepOptions
{
    /// <summary>The rule set whose first rule that holds is a contact's tier, by its event.</summary>
    /// <value>The default value is <c>lifecycle-tiers</c>; nothing is done as long as it is not published.</value>
    public string RuleSet { get; init; } = "lifecycle-tiers";

    /// <summary>From which time of the workspace's day on the day's tiers are worked out.</summary>
    /// <value>The default value is 04:00.</value>
    public TimeOnly At { get; init; } = new(4, 0);

    /// <summary>How often it is looked whether the time has come, by the machine's clock.</summary>
    /// <value>The default value is 5 minutes.</value>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMinutes(5);
}
