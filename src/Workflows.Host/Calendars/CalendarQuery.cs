using Microsoft.AspNetCore.Mvc;

namespace Workflows.Host.Calendars;

/// <summary>Which days of the calendar are asked for.</summary>
/// <param name="From">The first day; today unless given.</param>
/// <param name="To">The last day; 30 days after the first unless given.</param>
internal sealed record CalendarQuery(
    [property: FromQuery(Name = "from")] DateOnly? From,
    [property: FromQuery(Name = "to")] DateOnly? To
);
