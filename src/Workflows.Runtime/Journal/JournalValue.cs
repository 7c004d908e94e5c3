using System.Collections;
using System.Globalization;
using System.Text.Json;
using Workflows.Expressions.Evaluation;

namespace Workflows.Runtime.Journal;

/// <summary>The form a value has in the journal: plain, a copy, and never much longer than a reader reads.</summary>
internal static class JournalValue
{
    /// <summary>What a reader sees of a secret.</summary>
    public const string Masked = "***";

    private const int LongestText = 2_000;
    private const int LongestList = 100;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static object? Of(object? value) =>
        value switch
        {
            null => null,
            string text => Cut(text),
            bool or int or long or double or float or decimal or DateTimeOffset or DateTime or TimeSpan or Guid =>
                value,
            Enum name => name.ToString(),
            byte[] bytes => string.Create(CultureInfo.InvariantCulture, $"[{bytes.Length} bytes]"),
            ICollection { Count: > LongestList } many => string.Create(
                CultureInfo.InvariantCulture,
                $"[{many.Count} items]"
            ),
            _ => Copy(value),
        };

    private static object? Copy(object value)
    {
        try
        {
            var json = JsonSerializer.SerializeToElement(value, value.GetType(), Web);
            var text = json.GetRawText();
            return text.Length > LongestText ? Cut(text) : PlainJson.ToPlain(json);
        }
        catch (Exception exception) when (exception is NotSupportedException or JsonException)
        {
            return value.GetType().Name;
        }
    }

    private static string Cut(string text) =>
        text.Length <= LongestText
            ? text
            : string.Concat(text.AsSpan(0, LongestText), $"… ({text.Length.ToString(CultureInfo.InvariantCulture)})");
}
