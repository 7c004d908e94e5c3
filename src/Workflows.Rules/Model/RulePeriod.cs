using System.Globalization;

namespace Workflows.Rules.Model;

/// <summary>When a version of a rule set is in force.</summary>
/// <param name="From">From this instant on; null for ever since.</param>
/// <param name="To">Until this instant, which does not belong to it; null for ever after.</param>
public readonly record struct RulePeriod(DateTimeOffset? From, DateTimeOffset? To)
{
    private static readonly string[] Times =
    [
        "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
    ];

    /// <summary>Without beginning and end.</summary>
    public static RulePeriod Always => default;

    /// <summary>Whether an instant belongs to the period.</summary>
    public bool Contains(DateTimeOffset at) => !(at < From) && !(at >= To);

    /// <summary>The period of a rule set. Texts that are no dates, which the validator refuses, count as not given.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="timeZone">Where days begin, and whose times are meant where there is no offset.</param>
    public static RulePeriod Of(RuleSet ruleSet, TimeZoneInfo timeZone)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        return new RulePeriod(Read(ruleSet.ValidFrom, timeZone), Read(ruleSet.ValidTo, timeZone));
    }

    /// <summary>Reads a day such as 2026-06-18 or an instant of ISO 8601; null for anything else.</summary>
    /// <param name="text">The text, or null.</param>
    /// <param name="timeZone">Where days begin, and whose times are meant where there is no offset.</param>
    public static DateTimeOffset? Read(string? text, TimeZoneInfo timeZone)
    {
        ArgumentNullException.ThrowIfNull(timeZone);
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return Local(day.ToDateTime(TimeOnly.MinValue), timeZone);
        }

        if (DateTime.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return Local(time, timeZone);
        }

        return
            text.Length > 16
            && text[10] == 'T'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant
            : null;
    }

    // A clock change may skip the time; the first one after it is meant.
    private static DateTimeOffset Local(DateTime time, TimeZoneInfo timeZone)
    {
        while (timeZone.IsInvalidTime(time))
        {
            time = time.AddMinutes(15);
        }

        return new DateTimeOffset(time, timeZone.GetUtcOffset(time));
    }
}
