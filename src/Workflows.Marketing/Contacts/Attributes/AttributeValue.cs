using System.Globalization;
using System.Text.Json;

namespace Workflows.Marketing.Contacts;

/// <summary>
/// Attribute values are what JSON can say and give back unchanged: text, whole numbers, decimals, booleans, null.
/// Normalising when a value is set makes a live run, whose contacts come back from a database, and a back-test,
/// whose contacts never leave memory, see the same values. A NUL, which not every database can hold, is left out.
/// </summary>
public static class AttributeValue
{
    /// <summary>The value to remember for <paramref name="value"/>: null, <see cref="string"/>, <see cref="bool"/>, <see cref="long"/> or <see cref="decimal"/>.</summary>
    public static object? Normalize(object? value) =>
        value switch
        {
            string text => Storable(text),
            null or bool or long => value,
            sbyte or byte or short or ushort or int or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
            decimal number => IsWhole(number) ? (long)number : value,
            double number when double.IsFinite(number) && Math.Abs(number) < 7e27 => Normalize((decimal)number),
            float number when float.IsFinite(number) && Math.Abs(number) < 7e27 => Normalize((decimal)number),
            DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
            DateTime instant => instant.ToString("O", CultureInfo.InvariantCulture),
            TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
            JsonElement element => FromJson(element),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => JsonSerializer.Serialize(value),
        };

    /// <summary>The value a JSON scalar stands for; arrays and objects stay text.</summary>
    public static object? FromJson(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => Storable(element.GetString()!),
            JsonValueKind.Number when element.TryGetInt64(out var whole) => whole,
            JsonValueKind.Number when element.TryGetDecimal(out var number) => Normalize(number),
            _ => element.GetRawText(),
        };

    private static string Storable(string text) => text.Replace("\0", "", StringComparison.Ordinal);

    // One value for 3 and 3.00, whichever way it came.
    private static bool IsWhole(decimal number) =>
        decimal.Truncate(number) == number && number is >= long.MinValue and <= long.MaxValue;
}
