namespace Workflows.Marketing.Channels.WeCom.Statistics;

/// <summary>Which days are asked for.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
public sealed record DayQuestion(DateOnly From, DateOnly Until)
{
    /// <summary>One member of staff, or owner of groups; null for all.</summary>
    public string? Staff { get; init; }

    /// <summary>Where the page before ended; null for the first page.</summary>
    public (DateOnly Day, string Staff)? After { get; init; }

    /// <summary>How many rows at most; 1–1000.</summary>
    /// <value>The default value is 1000.</value>
    public int Count { get; init; } = 1_000;

    internal bool Holds(string staff, DateOnly day) =>
        day >= From
        && day <= Until
        && (Staff is null || string.Equals(Staff, staff, StringComparison.Ordinal))
        && (
            After is not { } after
            || day > after.Day
            || (day == after.Day && string.CompareOrdinal(staff, after.Staff) > 0)
        );
}
