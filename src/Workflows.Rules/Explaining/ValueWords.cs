using System.Collections;
using System.Globalization;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Rules.Explaining;

/// <summary>Values as people read them in a sentence.</summary>
internal static class ValueWords
{
    private const int MostItems = 8;
    private const int MostLetters = 80;

    /// <summary>The value in words.</summary>
    public static string Of(object? value, Language language) =>
        value switch
        {
            null => language == Language.Chinese ? "(空)" : "(empty)",
            true => language == Language.Chinese ? "是" : "yes",
            false => language == Language.Chinese ? "否" : "no",
            string text => $"\"{Cut(text, MostLetters)}\"",
            DateTimeOffset time => Instant(time),
            DateTime time => time.ToString(TimeOfDay(time.TimeOfDay), CultureInfo.InvariantCulture),
            TimeSpan span => Span(span, language),
            double number => number.ToString("0.##########", CultureInfo.InvariantCulture),
            decimal number => number.ToString("0.##########", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            IEnumerable items => Items(items, language),
            _ => value.GetType().Name,
        };

    /// <summary>The value as an explanation carries it: null, true or false, a number or a text.</summary>
    public static object? Plain(object? value) =>
        value switch
        {
            null or bool or int or long or decimal => value,
            double number => double.IsFinite(number) ? value : number.ToString(CultureInfo.InvariantCulture),
            string text => Cut(text, 1000),
            DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
            DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
            _ => Of(value, Language.English),
        };

    public static string Cut(string text, int most) => text.Length <= most ? text : $"{text[..most]}…";

    private static string Instant(DateTimeOffset time) =>
        time.ToString(
            $"{TimeOfDay(time.TimeOfDay)}{(time.Offset == TimeSpan.Zero ? "'Z'" : "zzz")}",
            CultureInfo.InvariantCulture
        );

    private static string TimeOfDay(TimeSpan time) =>
        time.Ticks % TimeSpan.TicksPerMinute == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss";

    private static string Span(TimeSpan span, Language language) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{span.TotalDays:0.##} {(language == Language.Chinese ? "天" : "days")}"
        );

    private static string Items(IEnumerable items, Language language)
    {
        var shown = items.Cast<object?>().Take(MostItems + 1).Select(item => Of(item, language)).ToArray();
        var more = shown.Length > MostItems ? ", …" : "";
        return $"[{string.Join(", ", shown.Take(MostItems))}{more}]";
    }
}
