using System.Globalization;
using Workflows.Rules.Analysis.Reading;

namespace Workflows.Rules.Tables.Cells;

/// <summary>Writes what a cell asks as a condition in the lambda notation, and checks its values against the column's type.</summary>
/// <param name="column">The column the cell is in.</param>
/// <param name="zone">The time zone of dates without offset.</param>
/// <param name="cell">The cell as it is written.</param>
internal sealed class CellLambda(InputColumn column, TimeZoneInfo zone, string cell)
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>The condition; null where anything will do.</summary>
    /// <exception cref="CellException">A value has another type than the column, or nothing can match.</exception>
    public string? Write(CellTest test) => test is CellTest.Anything ? null : Condition(test);

    private string Condition(CellTest test) =>
        test switch
        {
            CellTest.Comparison comparison => Compared(comparison.Operator, comparison.Literal),
            CellTest.Between between => Between(between),
            CellTest.Search search => Searched(search),
            CellTest.All all => Joined(all.Tests, " && "),
            CellTest.Any any => Joined(any.Tests, " || "),
            CellTest.Not not => $"!({Condition(not.Test)})",
            CellTest.Lambda lambda => $"({lambda.Text.Trim()})",
            _ => "true",
        };

    private string Joined(IReadOnlyList<CellTest> tests, string operation) =>
        $"({string.Join(operation, tests.Select(Condition))})";

    private string Compared(Operator operation, CellLiteral literal)
    {
        if (literal is CellLiteral.Missing)
        {
            return operation is Operator.Equal or Operator.NotEqual && column.AdmitsNull
                ? $"{column.Text} {operation.Symbol()} null"
                : throw Mismatch(literal);
        }

        if (operation is not (Operator.Equal or Operator.NotEqual) && !column.Kind.IsOrdered())
        {
            throw new CellException(
                TableDiagnosticCodes.CellType,
                $"{column.Name} is {column.Kind.Word()} and has no order; '{operation.Symbol()}' compares numbers and dates.",
                literal.Span,
                $"Write a cell here like {column.Kind.Example()}."
            );
        }

        return column.Kind switch
        {
            ValueKind.List when literal is CellLiteral.Text item => Listed(operation, item),
            ValueKind.Instant or ValueKind.Time when literal is CellLiteral.Day day => OnDay(operation, day),
            _ => $"{column.Text} {operation.Symbol()} {Value(literal, operation)}",
        };
    }

    private string Listed(Operator operation, CellLiteral.Text item)
    {
        var has = $"{column.Text}.Contains({Quoted(item.Value)})";
        return operation is Operator.Equal ? has : $"!{has}";
    }

    // A date alone is the whole day: "<= 2026-01-31" lets the last of January in.
    private string OnDay(Operator operation, CellLiteral.Day day)
    {
        if (day.Value == DateOnly.MaxValue)
        {
            throw Mismatch(day);
        }

        var (start, end) = (Start(day.Value), Start(day.Value.AddDays(1)));
        return operation switch
        {
            Operator.Less => $"{column.Text} < {start}",
            Operator.LessOrEqual => $"{column.Text} < {end}",
            Operator.Greater => $"{column.Text} >= {end}",
            Operator.GreaterOrEqual => $"{column.Text} >= {start}",
            Operator.Equal => $"({column.Text} >= {start} && {column.Text} < {end})",
            _ => $"!({column.Text} >= {start} && {column.Text} < {end})",
        };
    }

    private string Between(CellTest.Between range)
    {
        if (CompareLiterals(range.Low, range.High) > 0)
        {
            throw new CellException(
                TableDiagnosticCodes.CellMatchesNothing,
                "The range ends before it begins.",
                range.Span,
                "Write the lower end first."
            );
        }

        var low = Compared(range.LowIsIn ? Operator.GreaterOrEqual : Operator.Greater, range.Low);
        var high = Compared(range.HighIsIn ? Operator.LessOrEqual : Operator.Less, range.High);
        return $"({low} && {high})";
    }

    private static int CompareLiterals(CellLiteral low, CellLiteral high) =>
        (low, high) switch
        {
            (CellLiteral.Number a, CellLiteral.Number b) => a.Value.CompareTo(b.Value),
            (CellLiteral.Day a, CellLiteral.Day b) => a.Value.CompareTo(b.Value),
            (CellLiteral.Moment a, CellLiteral.Moment b) when a.Offset == b.Offset => a.Local.CompareTo(b.Local),
            (CellLiteral.Duration a, CellLiteral.Duration b) => a.Value.CompareTo(b.Value),
            (CellLiteral.Relative a, CellLiteral.Relative b)
                when string.Equals(a.Anchor, b.Anchor, StringComparison.OrdinalIgnoreCase) => a.Distance.CompareTo(
                b.Distance
            ),
            _ => 0,
        };

    private string Searched(CellTest.Search search)
    {
        if (search.Literal is not CellLiteral.Text text || column.Kind != ValueKind.Text)
        {
            throw Mismatch(search.Literal);
        }

        // Searching a missing text is a failure, and a rule that fails says nothing.
        return $"({column.Text} != null && {column.Text}.{search.Method}({Quoted(text.Value)}))";
    }

    private string Value(CellLiteral literal, Operator operation) =>
        (column.Kind, literal) switch
        {
            (ValueKind.WholeNumber or ValueKind.Number, CellLiteral.Number number) => Number(number, operation),
            (ValueKind.Text, CellLiteral.Text text) => Quoted(text.Value),
            (ValueKind.Flag, CellLiteral.Flag flag) => flag.Value ? "true" : "false",
            (ValueKind.Duration, CellLiteral.Duration span) => Span(span.Value),
            (ValueKind.Day, CellLiteral.Day day) => $"DateOnly(\"{day.Value.ToString("yyyy-MM-dd", Culture)}\")",
            (ValueKind.Instant, CellLiteral.Moment moment) => Instant(moment.Local, moment.Offset),
            (ValueKind.Time, CellLiteral.Moment { Offset: null } moment) => Time(moment.Local),
            (ValueKind.Instant or ValueKind.Time, CellLiteral.Relative relative) => Relative(relative),
            _ => throw Mismatch(literal),
        };

    private string Number(CellLiteral.Number number, Operator operation)
    {
        var isWhole = decimal.Truncate(number.Value) == number.Value;
        if (column.Kind == ValueKind.WholeNumber && !isWhole && operation is Operator.Equal)
        {
            throw new CellException(
                TableDiagnosticCodes.CellMatchesNothing,
                $"{column.Name} is a whole number and never equals {number.Value.ToString(Culture)}.",
                number.Span,
                "Use whole numbers, or a comparison such as '>= 2'."
            );
        }

        var text = number.Value.ToString("0.############################", Culture);
        return column.IsDecimal && !isWhole ? text + "m" : text;
    }

    private string Start(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return column.Kind == ValueKind.Instant ? Instant(midnight, null) : Time(midnight);
    }

    private string Instant(DateTime local, TimeSpan? offset)
    {
        var format =
            local.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss" : "yyyy-MM-dd'T'HH:mm:ss.fffffff";
        var shift = offset ?? zone.GetUtcOffset(local);
        var sign = shift < TimeSpan.Zero ? "-" : "+";
        return $"DateTimeOffset(\"{local.ToString(format, Culture)}{sign}{shift.ToString(@"hh\:mm", Culture)}\")";
    }

    private static string Time(DateTime local) =>
        $"DateTime(\"{local.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", Culture)}\")";

    private static string Relative(CellLiteral.Relative relative)
    {
        var (anchor, distance) = (relative.Anchor, relative.Distance);
        if (distance == TimeSpan.Zero)
        {
            return anchor;
        }

        return distance.Ticks % TimeSpan.TicksPerDay == 0 ? $"{anchor}.AddDays({distance.Days.ToString(Culture)})"
            : distance.Ticks % TimeSpan.TicksPerHour == 0
                ? $"{anchor}.AddHours({((long)distance.TotalHours).ToString(Culture)})"
            : $"{anchor}.Add({Span(distance)})";
    }

    private static string Span(TimeSpan span) => $"TimeSpan(\"{span.ToString("c", Culture)}\")";

    private static string Quoted(string text) => LambdaQuote.Of(text);

    private CellException Mismatch(CellLiteral literal) =>
        new(
            TableDiagnosticCodes.CellType,
            literal is CellLiteral.Missing
                ? $"{column.Name} always has a value, and '{CellText.Missing}' never matches."
                : $"{column.Name} is {column.Kind.Word()}, and '{cell.AsSpan(literal.Span.Start, literal.Span.Length)}' is {literal.Word}.",
            literal.Span,
            $"Write a cell here like {column.Kind.Example()}."
        );
}
