namespace Workflows.Host.Calendars;

/// <summary>The calendar of some days.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="TimeZone">Whose clocks the days are on.</param>
/// <param name="Occasions">What has run and will run, in order.</param>
/// <param name="Days">The days that the marketing calendar marks.</param>
internal sealed record CalendarBody(
    DateOnly From,
    DateOnly To,
    string TimeZone,
    IReadOnlyList<OccasionBody> Occasions,
    IReadOnlyList<MarkedDayBody> Days
);
