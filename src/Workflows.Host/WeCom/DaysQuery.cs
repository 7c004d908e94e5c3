using System.Globalization;
using Workflows.Host.Api;
using Workflows.Marketing.Channels.WeCom.Statistics;

namespace Workflows.Host.WeCom;

/// <summary>Which days of figures are asked for.</summary>
/// <param name="From">The first day; 30 days before the last unless given.</param>
/// <param name="Until">The last day; yesterday in China unless given.</param>
/// <param name="Staff">One member of staff, or owner of groups.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="Limit">How many rows at most.</param>
internal sealed record DaysQuery(DateOnly? From, DateOnly? Until, string? Staff, string? After, int? Limit)
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>The question, or null where the cursor is none.</summary>
    /// <param name="now">The time.</param>
    public DayQuestion? ToQuestion(DateTimeOffset now)
    {
        var until = Until ?? DateOnly.FromDateTime(now.ToOffset(TimeSpan.FromHours(8)).DateTime).AddDays(-1);
        var question = new DayQuestion(From ?? until.AddDays(-29), until)
        {
            Staff = string.IsNullOrWhiteSpace(Staff) ? null : Staff,
            Count = Limit ?? Paging.DefaultLimit,
        };
        return string.IsNullOrEmpty(After) ? question
            : ReadCursor(After) is { } after ? question with { After = after }
            : null;
    }

    /// <summary>The cursor behind a row.</summary>
    public static string Cursor(DateOnly day, string staff) =>
        $"{day.ToString(Day, CultureInfo.InvariantCulture)} {staff}";

    private static (DateOnly, string)? ReadCursor(string text) =>
        text.Length > Day.Length + 1
        && DateOnly.TryParseExact(
            text[..Day.Length],
            Day,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? (day, text[(Day.Length + 1)..])
            : null;
}
