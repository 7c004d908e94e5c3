using System.Globalization;
using Workflows.Rules.Analysis.Reading;
using Workflows.Rules.Analysis.Regions;

namespace Workflows.Rules.Tables.Cells;

/// <summary>Writes sets of values as table cells.</summary>
internal static class CellText
{
    public const string Anything = "-";
    public const string Missing = "null";

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>The cell that means exactly this set.</summary>
    /// <param name="dimension">The dimension; distances are written from their anchor, as in <c>now - 30d</c>.</param>
    /// <param name="set">The set, not an empty one.</param>
    /// <param name="offset">The offset in which instants are written.</param>
    public static string Of(Dimension dimension, ValueSet set, TimeSpan offset) =>
        set switch
        {
            { IsEverything: true } => Anything,
            NamedSet named => Of(named),
            OrderedSet ordered => Of(ordered, new Writer(dimension, offset)),
            _ => "",
        };

    /// <summary>Whether the cell of a set means nothing else.</summary>
    public static bool IsExact(ValueSet set) =>
        !set.IsEmpty
        && (set is not OrderedSet { HasNaN: true } ordered || set.IsEverything || AllBut(ordered) is not null);

    /// <summary>A text as a cell quotes it.</summary>
    public static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A duration as a cell writes it: <c>1d12h</c>.</summary>
    public static string Of(TimeSpan span)
    {
        if (span < TimeSpan.Zero)
        {
            return span == TimeSpan.MinValue ? span.ToString("c", Culture) : $"-{Of(span.Negate())}";
        }

        var seconds = (decimal)(span.Ticks % TimeSpan.TicksPerMinute) / TimeSpan.TicksPerSecond;
        string?[] parts =
        [
            span.Days == 0 ? null : string.Create(Culture, $"{span.Days}d"),
            span.Hours == 0 ? null : string.Create(Culture, $"{span.Hours}h"),
            span.Minutes == 0 ? null : string.Create(Culture, $"{span.Minutes}m"),
            seconds == 0 ? null : string.Create(Culture, $"{seconds.ToString("0.#######", Culture)}s"),
        ];
        return span == TimeSpan.Zero ? "0d" : string.Concat(parts);
    }

    private static string Of(NamedSet set)
    {
        var names = set.Names.Select(name => set.Domain.All is null ? Quoted(name) : name);
        if (!set.IsAllBut)
        {
            return string.Join(", ", set.HasNull ? names.Append(Missing) : names);
        }

        // "not" lets missing values in, as != does.
        var excluded = set.HasNull || !set.Domain.AdmitsNull ? names : names.Append(Missing);
        return $"not({string.Join(", ", excluded)})";
    }

    private static string Of(OrderedSet set, Writer writer) =>
        AllBut(set) is { } outside ? $"not({Listed(outside, writer)})" : Listed(set, writer);

    // "not" lets in what is no number, as != does.
    private static OrderedSet? AllBut(OrderedSet set) =>
        set.Complement() is { HasNaN: false } outside
        && set.Ranges.Length > 0
        && outside.Ranges.All(range => range.Single is not null || IsPoint(range, set.Domain))
            ? outside
            : null;

    private static bool IsPoint(Interval range, OrderedDomain domain) =>
        domain.IsWhole && !range.Low.IsAfter && !range.High.IsAfter && range.High.Value == range.Low.Value + 1;

    private static string Listed(OrderedSet set, Writer writer)
    {
        var items = set.Ranges.Select(range => writer.Write(range, set.Domain)).ToList();
        if (set.HasNull)
        {
            items.Add(Missing);
        }

        if (set.HasNaN && items.Count == 0)
        {
            items.Add("NaN");
        }

        return string.Join(", ", items);
    }

    private sealed class Writer(Dimension dimension, TimeSpan offset)
    {
        private readonly bool _isTime =
            dimension.Field.Bare == typeof(DateTimeOffset)
            || dimension.Field.Bare == typeof(DateTime)
            || dimension.Field.Bare == typeof(TimeSpan);

        public string Write(Interval range, OrderedDomain domain)
        {
            if (range.Single is not null || IsPoint(range, domain))
            {
                return Literal(range.Low.Value);
            }

            var low = Shown(range.Low, domain);
            var high = Shown(range.High, domain);
            if (range.High >= domain.Top)
            {
                return $"{(low.IsAfter ? ">" : ">=")} {Literal(low.Value)}";
            }

            return range.Low <= domain.Bottom
                ? $"{(high.IsAfter ? "<=" : "<")} {Literal(high.Value)}"
                : Between(low, domain.IsWhole && !_isTime ? Cut.After(high.Value - (high.IsAfter ? 0 : 1)) : high);
        }

        private string Between(Cut low, Cut high) =>
            $"{(low.IsAfter ? "]" : "[")}{Literal(low.Value)}..{Literal(high.Value)}{(high.IsAfter ? "]" : "[")}";

        // Between whole numbers a cut has two spellings: "5 or more" for numbers, the rounder one for times.
        private Cut Shown(Cut cut, OrderedDomain domain)
        {
            if (!domain.IsWhole || cut.IsAfter)
            {
                return cut;
            }

            if (_isTime)
            {
                return cut.Value % TimeSpan.TicksPerSecond == 1 ? Cut.After(cut.Value - 1) : cut;
            }

            return cut;
        }

        private string Literal(decimal number)
        {
            if (dimension is not Dimension.Distance distance)
            {
                return Value(OrderedValues.FromNumber(number, dimension.Field.Bare, offset), number);
            }

            var size = _isTime ? Of(new TimeSpan((long)Math.Abs(number))) : Math.Abs(number).ToString(Culture);
            return number == 0 ? distance.Anchor.Text : $"{distance.Anchor.Text} {(number < 0 ? "-" : "+")} {size}";
        }

        private static string Value(object? value, decimal number) =>
            value switch
            {
                DateTimeOffset instant => instant.ToString(Format(instant.Ticks) + "zzz", Culture),
                DateTime time => time.ToString(Format(time.Ticks), Culture),
                DateOnly day => day.ToString("yyyy-MM-dd", Culture),
                TimeSpan span => Of(span),
                _ => number.ToString("0.############################", Culture),
            };

        private static string Format(long ticks) =>
            ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss" : "yyyy-MM-dd'T'HH:mm:ss.fffffff";
    }
}
