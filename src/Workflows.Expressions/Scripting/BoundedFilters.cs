using System.Collections;
using System.Globalization;
using DotLiquid;

namespace Workflows.Expressions.Scripting;

/// <summary>The Liquid filters that make a text longer, with the limit; they replace the library's own.</summary>
internal static class BoundedFilters
{
    public static string? Append(Context context, string? input, string? text) => Joined(context, input, text);

    public static string? Prepend(Context context, string? input, string? text) => Joined(context, text, input);

    public static string? Replace(Context context, string? input, string old, string text = "")
    {
        if (string.IsNullOrEmpty(input) || string.IsNullOrEmpty(old))
        {
            return input;
        }

        Check(context, input.Length / (long)old.Length * (text ?? "").Length);
        return input.Replace(old, text, StringComparison.Ordinal);
    }

    public static string? ReplaceFirst(Context context, string? input, string old, string text = "")
    {
        if (string.IsNullOrEmpty(input) || string.IsNullOrEmpty(old))
        {
            return input;
        }

        Check(context, input.Length + (long)(text ?? "").Length);
        var at = input.IndexOf(old, StringComparison.Ordinal);
        return at < 0 ? input : string.Concat(input.AsSpan(0, at), text, input.AsSpan(at + old.Length));
    }

    public static List<object?>? Concat(Context context, IEnumerable? input, IEnumerable? more)
    {
        List<object?> items = [.. input?.Cast<object?>() ?? [], .. more?.Cast<object?>() ?? []];
        Check(context, items.Count);
        return items;
    }

    public static string? Join(Context context, object? input, string separator = " ")
    {
        if (input is not IEnumerable items || input is string)
        {
            return Text(input);
        }

        var parts = items.Cast<object?>().Select(Text).ToList();
        Check(context, parts.Sum(part => (long)part.Length + separator.Length));
        return string.Join(separator, parts);
    }

    private static string Joined(Context context, string? first, string? second)
    {
        Check(context, (first?.Length ?? 0L) + (second?.Length ?? 0L));
        return string.Concat(first, second);
    }

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static void Check(Context context, long length)
    {
        var limit = context.Registers[BoundedWriter.LimitKey] as int? ?? ExpressionLimits.Default.MaxTextLength;
        if (length > limit)
        {
            throw BoundedWriter.TooLong(limit);
        }
    }
}
