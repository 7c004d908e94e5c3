using System.Globalization;
using System.Text.RegularExpressions;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Rules.Tables.Cells;

/// <summary>Reads single values.</summary>
internal static partial class CellLiterals
{
    private const int PatternTimeout = 1000;
    private const DateTimeStyles Plain = DateTimeStyles.None;

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;
    private static readonly string[] Days = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"];
    private static readonly string[] Moments =
    [
        .. Days.Take(2)
            .SelectMany(day => new[] { " ", "'T'" }.Select(between => day + between))
            .SelectMany(start => new[] { "H:mm", "H:mm:ss", "H:mm:ss.FFFFFFF" }.Select(time => start + time)),
    ];

    /// <summary>Reads what stands without quotation marks; what is nothing else is text.</summary>
    /// <param name="word">The word, without blanks around it.</param>
    /// <param name="kind">What the column tests: in a text column everything is text.</param>
    /// <param name="span">The word's place.</param>
    public static CellLiteral Read(string word, ValueKind kind, SourceSpan span)
    {
        if (CellWords.IsMissing(word))
        {
            return new CellLiteral.Missing(span);
        }

        if (kind is ValueKind.Text or ValueKind.List)
        {
            return new CellLiteral.Text(word, span);
        }

        return Number(word, span)
            ?? Day(word, span)
            ?? Moment(word, span)
            ?? Duration(word, span)
            ?? Relative(word, span)
            ?? Flag(word, span)
            ?? (CellLiteral)new CellLiteral.Text(word, span);
    }

    private static CellLiteral.Number? Number(string word, SourceSpan span) =>
        decimal.TryParse(word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, Culture, out var number)
            ? new CellLiteral.Number(number, span)
            : null;

    private static CellLiteral.Flag? Flag(string word, SourceSpan span) =>
        CellWords.Flag(word) is { } flag ? new CellLiteral.Flag(flag, span) : null;

    private static CellLiteral.Day? Day(string word, SourceSpan span) =>
        DateOnly.TryParseExact(word, Days, Culture, Plain, out var day) ? new CellLiteral.Day(day, span) : null;

    private static CellLiteral.Moment? Moment(string word, SourceSpan span)
    {
        var offset = Offset().Match(word);
        var local = offset.Success ? word[..offset.Index] : word;
        return
            DateTime.TryParseExact(local, Moments, Culture, Plain, out var moment)
            && moment.Kind == DateTimeKind.Unspecified
            ? new CellLiteral.Moment(moment, offset.Success ? OffsetOf(offset.Value) : null, span)
            : null;
    }

    private static TimeSpan OffsetOf(string text) =>
        text is "Z" or "z" ? TimeSpan.Zero
        : text[0] == '-' ? -TimeSpan.ParseExact(text[1..], @"hh\:mm", Culture)
        : TimeSpan.ParseExact(text[1..], @"hh\:mm", Culture);

    private static CellLiteral.Duration? Duration(string word, SourceSpan span) =>
        Span(word) is { } duration ? new CellLiteral.Duration(duration, span) : null;

    private static CellLiteral.Relative? Relative(string word, SourceSpan span)
    {
        if (Ago().Match(word) is { Success: true } ago && Span(ago.Groups["span"].Value) is { } back)
        {
            return new CellLiteral.Relative("now", -back, span);
        }

        var match = Anchored().Match(word);
        if (!match.Success || CellWords.Flag(word) is not null)
        {
            return null;
        }

        var anchor = match.Groups["anchor"].Value;
        if (!match.Groups["span"].Success)
        {
            var isField = anchor.Equals("now", StringComparison.OrdinalIgnoreCase) || anchor.Contains('.');
            return isField ? new CellLiteral.Relative(anchor, TimeSpan.Zero, span) : null;
        }

        return Span(match.Groups["span"].Value) is { } distance
            ? new CellLiteral.Relative(anchor, match.Groups["sign"].Value is "-" ? -distance : distance, span)
            : null;
    }

    private static TimeSpan? Span(string word)
    {
        if (Lengths().Match(word) is not { Success: true } match)
        {
            return null;
        }

        try
        {
            var ticks =
                Part(match, "d", TimeSpan.TicksPerDay)
                + Part(match, "h", TimeSpan.TicksPerHour)
                + Part(match, "m", TimeSpan.TicksPerMinute)
                + Part(match, "s", TimeSpan.TicksPerSecond)
                + Part(match, "w", 7 * TimeSpan.TicksPerDay);
            return new TimeSpan((long)(match.Groups["minus"].Success ? -ticks : ticks));
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static decimal Part(Match match, string group, long ticks) =>
        match.Groups[group].Success ? decimal.Parse(match.Groups[group].Value, Culture) * ticks : 0;

    [GeneratedRegex(@"(?:[Zz]|[+-]\d\d:\d\d)\z", RegexOptions.None, PatternTimeout)]
    private static partial Regex Offset();

    [GeneratedRegex(
        """
            \A(?=.*\d)(?<minus>-\s*)?(?:[Pp])?
            (?:(?<w>\d+(?:\.\d+)?)\s*(?:weeks?|w|周|个星期)\s*)?
            (?:(?<d>\d+(?:\.\d+)?)\s*(?:days?|d|天|日)\s*)?
            (?:[Tt])?
            (?:(?<h>\d+(?:\.\d+)?)\s*(?:hours?|h|小时|个小时)\s*)?
            (?:(?<m>\d+(?:\.\d+)?)\s*(?:minutes?|min|m|分钟|分)\s*)?
            (?:(?<s>\d+(?:\.\d+)?)\s*(?:seconds?|sec|s|秒)\s*)?\z
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase,
        PatternTimeout
    )]
    private static partial Regex Lengths();

    [GeneratedRegex(@"\A(?<span>.+?)\s*(?:\bago|前|之前|以前)\z", RegexOptions.IgnoreCase, PatternTimeout)]
    private static partial Regex Ago();

    [GeneratedRegex(
        @"\A(?<anchor>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)(?:\s*(?<sign>[+-])\s*(?<span>\S.*))?\z",
        RegexOptions.None,
        PatternTimeout
    )]
    private static partial Regex Anchored();
}
