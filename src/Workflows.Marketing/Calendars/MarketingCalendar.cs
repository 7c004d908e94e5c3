using Workflows.Marketing.Calendars.Days;

namespace Workflows.Marketing.Calendars;

/// <summary>
/// A workspace's marketing calendar (S2-38): the days it marks, the 24 solar terms among them, and the statutory days off.
/// Immutable.
/// </summary>
public sealed class MarketingCalendar
{
    private const string TermPrefix = "term-";

    private readonly Dictionary<string, (MarketingDay Day, DayRule Rule)> _days;
    private readonly HashSet<DateOnly> _off;
    private readonly HashSet<DateOnly> _work;

    /// <param name="days">Valid days, each code once; solar terms are there without being named.</param>
    /// <param name="holidays">The years whose days off are known.</param>
    public MarketingCalendar(IReadOnlyList<MarketingDay> days, IReadOnlyList<HolidayYear> holidays)
    {
        Days = [.. days, .. Enum.GetValues<SolarTerm>().Select(DayOf)];
        Holidays = holidays;
        _days = Days.ToDictionary(day => day.Code, day => (day, RuleOf(day)), StringComparer.Ordinal);
        _off = [.. holidays.SelectMany(year => year.Off)];
        _work = [.. holidays.SelectMany(year => year.Work)];
    }

    /// <summary>The calendar that ships.</summary>
    public static MarketingCalendar Standard { get; } = MarketingCalendarJson.ReadStandard();

    /// <summary>All marked days; solar terms last.</summary>
    public IReadOnlyList<MarketingDay> Days { get; }

    /// <summary>The years whose statutory days off are known.</summary>
    public IReadOnlyList<HolidayYear> Holidays { get; }

    /// <summary>Whether the workspace wrote the day down itself; solar terms are computed.</summary>
    public static bool IsWritten(MarketingDay day) => !day.Code.StartsWith(TermPrefix, StringComparison.Ordinal);

    /// <summary>The marked day of a code, or null.</summary>
    public MarketingDay? Find(string? code) =>
        code is not null && _days.TryGetValue(code, out var found) ? found.Day : null;

    /// <summary>Whether a marked day falls on a day.</summary>
    public bool Falls(MarketingDay marked, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(marked);
        return _days.TryGetValue(marked.Code, out var found) && found.Rule.Falls(day);
    }

    /// <summary>The marked days that fall on a day.</summary>
    public IEnumerable<MarketingDay> On(DateOnly day) =>
        _days.Values.Where(one => one.Rule.Falls(day)).Select(one => one.Day);

    /// <summary>
    /// Whether people work on a day: what the State Council announced, and Monday to Friday in years that are not announced.
    /// </summary>
    public bool IsWorkday(DateOnly day) =>
        !_off.Contains(day) && (_work.Contains(day) || day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    private static MarketingDay DayOf(SolarTerm term)
    {
        var name = Enum.GetName(term)!.ToLowerInvariant();
        return new MarketingDay(
            $"{TermPrefix}{name}",
            DayFamily.Custom,
            SolarTerms.NameOf(term, isChinese: true),
            SolarTerms.NameOf(term, isChinese: false),
            $"term {name}"
        );
    }

    private static DayRule RuleOf(MarketingDay day) =>
        DayRuleText.Read(day.Falls) ?? throw new ArgumentException($"'{day.Falls}' is no rule for a day.", nameof(day));
}
