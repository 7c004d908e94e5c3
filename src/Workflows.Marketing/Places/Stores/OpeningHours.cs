using System.Text.Json.Serialization;

namespace Workflows.Marketing.Places.Stores;

/// <summary>When a store is open: every week, and on single dates that differ.</summary>
/// <param name="Week">The days with hours; a day that is missing is a closed one.</param>
/// <param name="Exceptions">The dates that differ; they win over the week.</param>
public sealed record OpeningHours(IReadOnlyList<OpeningDay> Week, IReadOnlyList<OpeningException> Exceptions)
{
    private static readonly OpeningSpan WholeDay = new(TimeOnly.MinValue, TimeOnly.MinValue);

    /// <summary>Day and night.</summary>
    public static OpeningHours Always { get; } =
        new([.. Enum.GetValues<DayOfWeek>().Select(day => new OpeningDay(day, [WholeDay]))], []);

    /// <summary>How many spans there are.</summary>
    [JsonIgnore]
    public int SpanCount => Week.Sum(day => day.Spans.Count) + Exceptions.Sum(day => day.Spans.Count);

    /// <summary>Whether the store is open at an instant.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="zone">The store's time zone.</param>
    public bool IsOpen(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        var (today, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        return SpansOf(today).Any(span => span.Covers(time))
            || (today > DateOnly.MinValue && SpansOf(today.AddDays(-1)).Any(span => span.CoversNextDay(time)));
    }

    private IEnumerable<OpeningSpan> SpansOf(DateOnly date) =>
        Exceptions.FirstOrDefault(day => day.Date == date)?.Spans
        ?? Week.Where(day => day.Day == date.DayOfWeek).SelectMany(day => day.Spans);
}
