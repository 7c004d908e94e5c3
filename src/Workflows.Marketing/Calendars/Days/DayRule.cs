using Workflows.Marketing.Calendars.Lunar;

namespace Workflows.Marketing.Calendars.Days;

/// <summary>Says on which days something falls: a closed set of cases, each a question to one day.</summary>
public abstract record DayRule
{
    private DayRule() { }

    /// <summary>Whether it falls on a day.</summary>
    public abstract bool Falls(DateOnly day);

    /// <summary>The first day it falls on, from a day on.</summary>
    /// <param name="from">The first day that counts.</param>
    /// <param name="days">How many days are looked at; eight years unless given, as 29 February may stay away so long.</param>
    /// <returns>The day, or null when it does not fall on any of them.</returns>
    public DateOnly? First(DateOnly from, int days = 2923)
    {
        for (var day = from; days > 0 && day < DateOnly.MaxValue; days--, day = day.AddDays(1))
        {
            if (Falls(day))
            {
                return day;
            }
        }

        return null;
    }

    /// <summary>One day, once.</summary>
    /// <param name="Day">The day.</param>
    public sealed record Once(DateOnly Day) : DayRule
    {
        /// <inheritdoc/>
        public override bool Falls(DateOnly day) => day == Day;
    }

    /// <summary>A day of the Gregorian year.</summary>
    /// <param name="Month">1–12.</param>
    /// <param name="Day">1–31.</param>
    /// <param name="Missing">What becomes of 29 February in a common year.</param>
    public sealed record Yearly(int Month, int Day, MissingDay Missing = MissingDay.LastDay) : DayRule
    {
        /// <inheritdoc/>
        public override bool Falls(DateOnly day) => In(day.Year) == day;

        private DateOnly? In(int year)
        {
            var last = DateTime.DaysInMonth(year, Month);
            return Day <= last ? new DateOnly(year, Month, Day)
                : Missing == MissingDay.Skip ? null
                : new DateOnly(year, Month, last).AddDays(Missing == MissingDay.NextDay ? 1 : 0);
        }
    }

    /// <summary>A day of the lunar year.</summary>
    /// <param name="Month">1–12.</param>
    /// <param name="Day">1–30.</param>
    /// <param name="Missing">What becomes of the 30th in a month of 29 days.</param>
    /// <param name="IsLeapMonth">Whether the leap month is meant in years that repeat this month.</param>
    public sealed record InLunarYear(
        int Month,
        int Day,
        MissingDay Missing = MissingDay.LastDay,
        bool IsLeapMonth = false
    ) : DayRule
    {
        /// <inheritdoc/>
        public override bool Falls(DateOnly day)
        {
            if (!LunarCalendar.Knows(day))
            {
                return false;
            }

            // The day after the last of a year belongs to the next one.
            var year = LunarCalendar.Of(day).Year;
            return In(year) == day || In(year - 1) == day;
        }

        private DateOnly? In(int year)
        {
            if (year < LunarCalendar.FirstYear)
            {
                return null;
            }

            var isLeap = IsLeapMonth && LunarCalendar.LeapMonthOf(year) == Month;
            var last = LunarCalendar.DaysInMonth(year, Month, isLeap);
            return Day <= last ? LunarCalendar.DayOf(new LunarDate(year, Month, Day, isLeap))
                : Missing == MissingDay.Skip ? null
                : LunarCalendar
                    .DayOf(new LunarDate(year, Month, last, isLeap))
                    ?.AddDays(Missing == MissingDay.NextDay ? 1 : 0);
        }
    }

    /// <summary>The last day of the lunar year (除夕).</summary>
    public sealed record LunarYearEnd : DayRule
    {
        /// <inheritdoc/>
        public override bool Falls(DateOnly day)
        {
            var next = day.AddDays(1);
            return LunarCalendar.Knows(next) && LunarCalendar.Of(next) is { Month: 1, Day: 1, IsLeapMonth: false };
        }
    }

    /// <summary>A solar term.</summary>
    /// <param name="Which">The term.</param>
    public sealed record Term(SolarTerm Which) : DayRule
    {
        /// <inheritdoc/>
        public override bool Falls(DateOnly day) => SolarTerms.On(day) == Which;
    }

    /// <summary>A day of every month.</summary>
    /// <param name="Day">1–31; months that have no such day do without. 0 is the last day of the month.</param>
    public sealed record Monthly(int Day) : DayRule
    {
        /// <inheritdoc/>
        public override bool Falls(DateOnly day) =>
            day.Day == (Day == 0 ? DateTime.DaysInMonth(day.Year, day.Month) : Day);
    }

    /// <summary>A day of the week: every one, or the n-th of a month.</summary>
    /// <param name="Weekday">The day of the week.</param>
    /// <param name="Number">1–5 for the n-th of a month, −1 for the last, 0 for every one.</param>
    /// <param name="Month">1–12 for one month of the year, 0 for every month.</param>
    public sealed record OnWeekday(DayOfWeek Weekday, int Number = 0, int Month = 0) : DayRule
    {
        /// <inheritdoc/>
        public override bool Falls(DateOnly day) =>
            day.DayOfWeek == Weekday
            && (Month == 0 || day.Month == Month)
            && (
                Number == 0
                || (
                    Number < 0
                        ? day.Day + 7 > DateTime.DaysInMonth(day.Year, day.Month)
                        : ((day.Day - 1) / 7) + 1 == Number
                )
            );
    }

    /// <summary>Every day.</summary>
    public sealed record Daily : DayRule
    {
        /// <inheritdoc/>
        public override bool Falls(DateOnly day) => true;
    }

    /// <summary>Whenever one of some rules falls.</summary>
    /// <param name="Rules">The rules.</param>
    public sealed record AnyOf(IReadOnlyList<DayRule> Rules) : DayRule
    {
        /// <inheritdoc/>
        public override bool Falls(DateOnly day) => Rules.Any(rule => rule.Falls(day));
    }
}
