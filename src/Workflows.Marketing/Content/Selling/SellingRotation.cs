namespace Workflows.Marketing.Content;

/// <summary>
/// Which kind of selling is next (S2-44). Posts are numbered through all days on which there are any, so that no two of one kind follow
/// each other, whoever asks, and after whatever was missed the turn is the same.
/// </summary>
/// <param name="kinds">The kinds, in their turn.</param>
/// <param name="days">The days of the week with posts.</param>
/// <param name="postsADay">How many there are on each; from 1.</param>
public sealed class SellingRotation(
    IReadOnlyList<SellingKind> kinds,
    IReadOnlyCollection<DayOfWeek> days,
    int postsADay
)
{
    private const int DaysOfAWeek = 7;

    /// <summary>The kind of a post.</summary>
    /// <param name="day">Its day; one without posts counts as the next that has some.</param>
    /// <param name="post">Its number on that day, from 1.</param>
    public SellingKind KindOf(DateOnly day, int post)
    {
        // Day 0 was a Monday.
        var (week, weekday) = Math.DivRem(day.DayNumber, DaysOfAWeek);
        var before = days.Distinct().Count(one => FromMonday(one) < weekday);
        var number = ((week * days.Distinct().Count()) + before) * postsADay + post - 1;
        return kinds[number % kinds.Count];
    }

    private static int FromMonday(DayOfWeek day) => ((int)day + DaysOfAWeek - 1) % DaysOfAWeek;
}
