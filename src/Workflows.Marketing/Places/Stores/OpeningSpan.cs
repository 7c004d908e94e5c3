namespace Workflows.Marketing.Places.Stores;

/// <summary>A part of a day in which a store is open.</summary>
/// <param name="From">When it opens, in the store's time zone.</param>
/// <param name="To">
/// When it closes, exclusively. Earlier than <paramref name="From"/>: on the next day. The same: the whole day, until the
/// next day at that time.
/// </param>
public readonly record struct OpeningSpan(TimeOnly From, TimeOnly To)
{
    private bool EndsNextDay => To <= From;

    /// <summary>Whether the store is open at a time of the day the span begins on.</summary>
    public bool Covers(TimeOnly time) => time >= From && (EndsNextDay || time < To);

    /// <summary>Whether the store is still open at a time of the day after.</summary>
    public bool CoversNextDay(TimeOnly time) => EndsNextDay && time < To;
}
