using Jint;
using Jint.Native;

namespace Workflows.Expressions.Scripting;

/// <summary>How long the text of a script's value would be, without building it. Counting stops soon after the most that matters.</summary>
internal static class ScriptSize
{
    // A regular expression seldom matches more often than this; the memory limit catches what is let through.
    private const int LettersPerMatch = 16;

    // The engine itself gives up before lists are nested as deep.
    private const int MaxDepth = 1_000;

    public static long Of(JsValue value, long max) => Of(value, 1, max, 0);

    public static long OfAll(JsValue self, JsValue[] values, long max) =>
        values.Aggregate(Of(self, max), (sum, value) => sum > max ? sum : sum + Of(value, max));

    public static long Joined(JsValue self, JsValue separator, long max) =>
        Of(self, separator.IsUndefined() ? 1 : Of(separator, max), max, 0);

    public static long Number(JsValue value) =>
        value.IsNumber() ? (long)Math.Clamp(value.AsNumber(), 0, int.MaxValue) : 1;

    // A '$' in the replacement can stand for the whole text; a pattern may match between any two letters.
    public static long Replaced(JsValue self, JsValue pattern, JsValue replacement)
    {
        if (!replacement.IsString() || !self.IsString())
        {
            return 1;
        }

        var (text, with) = (self.AsString(), replacement.AsString());
        var once = with.Length + ((long)with.AsSpan().Count('$') * text.Length);
        var times =
            pattern.IsString() && pattern.AsString() is { Length: > 0 } part
                ? text.AsSpan().Count(part)
                : text.Length / LettersPerMatch;
        return text.Length + (times * once);
    }

    // The same list may be in a list many times, and in that one again: what counts is how often it would be written.
    private static long Of(JsValue value, long separator, long max, int depth)
    {
        if (value.IsString())
        {
            return value.AsString().Length;
        }

        if (value is not JsArray array || depth > MaxDepth)
        {
            return 1;
        }

        var sum = (array.Length + 1) * separator;
        for (uint index = 0; index < array.Length && sum <= max; index++)
        {
            sum += Of(array[(int)index], 1, max - sum, depth + 1);
        }

        return sum;
    }
}
