namespace Workflows.Marketing.Calendars.Times;

/// <summary>Some slots of every day, in some time zones.</summary>
/// <param name="Slots">The slots.</param>
/// <param name="Zones">The time zones.</param>
public sealed record Timetable(IReadOnlyList<Slot> Slots, IReadOnlyList<TimeZoneInfo> Zones)
{
    /// <summary>The first instant after another at which it is a slot's time somewhere; null where there are no slots.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        DateTimeOffset? next = null;
        foreach (var (at, _, _, _) in Around(after))
        {
            next = at > after && (next is null || at < next) ? at : next;
        }

        return next;
    }

    /// <summary>Where it is a slot's time at an instant, and the day that clocks show there.</summary>
    public IEnumerable<(TimeZoneInfo Zone, DateOnly Day, Slot Slot)> At(DateTimeOffset instant) =>
        Around(instant).Where(one => one.At == instant).Select(one => (one.Zone, one.Day, one.Slot));

    private IEnumerable<(DateTimeOffset At, TimeZoneInfo Zone, DateOnly Day, Slot Slot)> Around(DateTimeOffset instant)
    {
        foreach (var zone in Zones)
        {
            // A gap of the clocks may carry the last slot of a day over midnight.
            var today = DayTime.DayOf(instant, zone);
            for (var day = today.AddDays(-1); day <= today.AddDays(1); day = day.AddDays(1))
            {
                foreach (var slot in Slots)
                {
                    yield return (DayTime.At(day, slot.Time, zone), zone, day, slot);
                }
            }
        }
    }
}
