using System.Globalization;
using Workflows.Marketing.Calendars.Times;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Calendars.Blocks;

/// <summary>
/// A calendar on which each day has contacts of its own, such as those whose birthday it is; of days that were missed none stands for
/// another.
/// </summary>
public abstract class ContactDayTrigger : TimedCalendarTrigger
{
    private protected ContactDayTrigger() { }

    /// <summary>What an occasion calls the day whose contacts it finds.</summary>
    private protected abstract string DayName { get; }

    /// <summary>How many days before that day it runs.</summary>
    private protected abstract Input<int> Ahead { get; }

    /// <summary>The day whose contacts are to be found.</summary>
    private protected DateOnly DayOf(OccasionSearch search) =>
        DateOnly.ParseExact((string)search.Occasion.Input[DayName]!, "O", CultureInfo.InvariantCulture);

    /// <summary>What the journey is told besides the day.</summary>
    private protected virtual IEnumerable<(string Name, object? Value)> Facts(TriggerIndexingContext context) => [];

    private protected sealed override Occasion OccasionOn(
        TriggerIndexingContext context,
        TimeZoneInfo zone,
        DateOnly day,
        Slot slot,
        DateTimeOffset dueAt
    ) =>
        Tell(
            $"{day:O}@{zone.Id}",
            $"{day:O}",
            dueAt,
            day,
            zone,
            "Contacts",
            [(DayName, day.AddDays(context.Get(Ahead)).ToString("O", CultureInfo.InvariantCulture)), .. Facts(context)]
        );
}
