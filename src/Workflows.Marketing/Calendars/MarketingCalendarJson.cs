using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Calendars.Days;

namespace Workflows.Marketing.Calendars;

/// <summary>
/// Marketing calendars as JSON: <c>{"days":[{"code","family","zh","en","falls","since","store"}],"holidays":[{"year","source","off":[…],"work":[…]}]}</c>.
/// </summary>
public static class MarketingCalendarJson
{
    private const int MostDays = 2_000;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        MaxDepth = 8,
        WriteIndented = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Reads a calendar.</summary>
    /// <returns>The calendar, or everything that is wrong with the text.</returns>
    public static (MarketingCalendar? Calendar, IReadOnlyList<Diagnostic> Diagnostics) Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            if (JsonSerializer.Deserialize<Document>(json, Options) is not { } document)
            {
                return (null, [Unreadable("$")]);
            }

            var diagnostics = Check(document);
            return diagnostics.Count == 0
                ? (new MarketingCalendar(document.Days, document.Holidays ?? []), diagnostics)
                : (null, diagnostics);
        }
        catch (JsonException broken)
        {
            return (null, [Unreadable(broken.Path ?? "$")]);
        }
    }

    /// <summary>Writes a calendar; <see cref="Read"/> gives it back.</summary>
    public static string Write(MarketingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var document = new Document([.. calendar.Days.Where(MarketingCalendar.IsWritten)], calendar.Holidays);
        return JsonSerializer.Serialize(document, Options);
    }

    internal static MarketingCalendar ReadStandard()
    {
        using var stream = typeof(MarketingCalendarJson).Assembly.GetManifestResourceStream("calendar.json")!;
        using var reader = new StreamReader(stream);
        var (calendar, diagnostics) = Read(reader.ReadToEnd());
        return calendar ?? throw new InvalidDataException(string.Join(' ', diagnostics));
    }

    private static List<Diagnostic> Check(Document document)
    {
        List<Diagnostic> found = [];
        if (document.Days.Count > MostDays)
        {
            found.Add(new Diagnostic("CAL002", $"More than {MostDays} days.", "$.days"));
            return found;
        }

        var codes = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < document.Days.Count; index++)
        {
            CheckDay(document.Days[index], $"$.days[{index}]", codes, found);
        }

        return found;
    }

    private static void CheckDay(MarketingDay day, string path, HashSet<string> codes, List<Diagnostic> found)
    {
        if (
            day.Code.Length is 0 or > 64
            || !day.Code.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
            || !MarketingCalendar.IsWritten(day)
        )
        {
            found.Add(
                new Diagnostic(
                    "CAL003",
                    "A code has small letters, digits and hyphens, at most 64 characters, and does not begin with term-.",
                    $"{path}.code"
                )
            );
        }
        else if (!codes.Add(day.Code))
        {
            found.Add(new Diagnostic("CAL004", $"'{day.Code}' is there twice.", $"{path}.code"));
        }

        if (DayRuleText.Read(day.Falls) is null)
        {
            found.Add(BadRule(day.Falls, $"{path}.falls"));
        }

        if (
            string.IsNullOrWhiteSpace(day.Zh)
            || string.IsNullOrWhiteSpace(day.En)
            || day.Zh.Length + day.En.Length > 200
        )
        {
            found.Add(new Diagnostic("CAL006", "A day has a name in Chinese and in English.", path));
        }
    }

    /// <summary>Says that a text is no rule for a day.</summary>
    internal static Diagnostic BadRule(string? text, string path) =>
        new(
            "CAL005",
            $"'{(text?.Length > 40 ? text[..40] : text)}' does not say when a day falls.",
            path,
            Remedy: "Write for example 2026-10-01, 10-01, lunar 08-15, lunar last, term qingming, day 18, friday, 2nd friday, last friday, 2nd sunday of 05, daily; several with commas between them."
        );

    private static Diagnostic Unreadable(string path) =>
        new(
            "CAL001",
            "This is no marketing calendar.",
            path,
            Remedy: "Write an object with days (code, family, zh, en, falls; since, store) and holidays (year, source, off, work)."
        );

    private sealed record Document(IReadOnlyList<MarketingDay> Days, IReadOnlyList<HolidayYear>? Holidays = null);
}
