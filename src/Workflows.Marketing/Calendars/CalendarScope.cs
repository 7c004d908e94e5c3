namespace Workflows.Marketing.Calendars;

/// <summary>Whose calendar it is.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="TimeZone">The time zone of the workspace.</param>
public sealed record CalendarScope(int Tenant, TimeZoneInfo TimeZone);
