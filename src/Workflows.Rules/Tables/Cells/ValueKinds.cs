namespace Workflows.Rules.Tables.Cells;

/// <summary>Tells kinds of values by types, and names them.</summary>
internal static class ValueKinds
{
    public static ValueKind Of(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare switch
        {
            _ when bare == typeof(int) || bare == typeof(long) || bare == typeof(short) || bare == typeof(byte) =>
                ValueKind.WholeNumber,
            _ when bare == typeof(decimal) || bare == typeof(double) || bare == typeof(float) => ValueKind.Number,
            _ when bare == typeof(string) => ValueKind.Text,
            _ when bare == typeof(bool) => ValueKind.Flag,
            _ when bare == typeof(DateTimeOffset) => ValueKind.Instant,
            _ when bare == typeof(DateTime) => ValueKind.Time,
            _ when bare == typeof(DateOnly) => ValueKind.Day,
            _ when bare == typeof(TimeSpan) => ValueKind.Duration,
            _ when typeof(IEnumerable<string>).IsAssignableFrom(bare) => ValueKind.List,
            _ => ValueKind.Other,
        };
    }

    /// <summary>The kind in a sentence: "contact.PaidOrderCount is …".</summary>
    public static string Word(this ValueKind kind) =>
        kind switch
        {
            ValueKind.Number => "a number",
            ValueKind.WholeNumber => "a whole number",
            ValueKind.Text => "text",
            ValueKind.Flag => "true or false",
            ValueKind.Instant or ValueKind.Time => "a date with a time",
            ValueKind.Day => "a date",
            ValueKind.Duration => "a duration",
            ValueKind.List => "a list of texts",
            _ => "something that cells cannot test",
        };

    /// <summary>An example of a cell, for remedies.</summary>
    public static string Example(this ValueKind kind) =>
        kind switch
        {
            ValueKind.Number or ValueKind.WholeNumber => "'>= 5', '[2..4]', '1, 3'",
            ValueKind.Text => "'\"SH\", \"BJ\"', 'not(\"SH\")', 'contains \"x\"'",
            ValueKind.Flag => "'true', 'false'",
            ValueKind.Instant or ValueKind.Time => "'>= 2026-01-31', '>= now - 30d'",
            ValueKind.Day => "'>= 2026-01-31'",
            ValueKind.Duration => "'<= 30d', '> 12h'",
            ValueKind.List => "'\"vip\"', 'not(\"vip\")'",
            _ => "a condition in braces, '{ … }'",
        };

    public static bool IsOrdered(this ValueKind kind) =>
        kind is not (ValueKind.Text or ValueKind.Flag or ValueKind.List or ValueKind.Other);
}
