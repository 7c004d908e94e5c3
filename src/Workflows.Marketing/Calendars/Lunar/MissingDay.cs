namespace Workflows.Marketing.Calendars.Lunar;

/// <summary>What becomes of a yearly day in a year that does not have it: the 30th of a lunar month of 29 days, or 29 February.</summary>
public enum MissingDay
{
    /// <summary>It is kept on the last day of the month.</summary>
    LastDay,

    /// <summary>It is kept on the day after, the first of the next month.</summary>
    NextDay,

    /// <summary>That year it is left out.</summary>
    Skip,
}
