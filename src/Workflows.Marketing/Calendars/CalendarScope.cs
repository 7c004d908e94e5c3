namespace Workflows.Marketing.Calendars;

/// <summary>Whose calendar it is.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="TimeZone">The time zone of the workspace.</param>
public sealed record CalendarScope(int Tenant, TimeZoneInfo TimeZone)
{
    /// <summary>The workspace's clock, which says since when a group that nobody ever spoke in is silent.</summary>
    /// <value>The default value is null, for trials: such a group is not watched there.</value>
    public TimeProvider? Clock { get; init; }
}
