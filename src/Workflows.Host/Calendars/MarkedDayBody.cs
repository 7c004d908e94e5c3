using Workflows.Marketing.Calendars;

namespace Workflows.Host.Calendars;

/// <summary>A marked day, and when it falls.</summary>
/// <param name="Date">The day.</param>
/// <param name="Code">What journeys name it by.</param>
/// <param name="Family">What kind of day it is.</param>
/// <param name="Zh">Its Chinese name.</param>
/// <param name="En">Its English name.</param>
/// <param name="Store">The store that keeps it; null for all.</param>
/// <param name="IsWorkday">Whether people work on it.</param>
internal sealed record MarkedDayBody(
    DateOnly Date,
    string Code,
    DayFamily Family,
    string Zh,
    string En,
    string? Store,
    bool IsWorkday
)
{
    public static MarkedDayBody Of(DateOnly date, MarketingDay day, bool isWorkday) =>
        new(date, day.Code, day.Family, day.Zh, day.En, day.Store, isWorkday);
}
