using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Workflows.Marketing.Contacts;

/// <summary>Values as a field of a file writes them.</summary>
internal static class AttributeText
{
    internal static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The value a field stands for; the text itself where it is of another kind, so that the check can say so.</summary>
    public static object Read(AttributeDefinition attribute, string text) =>
        attribute.Kind switch
        {
            AttributeKind.Number
                when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) =>
                whole,
            AttributeKind.Decimal
                when decimal.TryParse(
                    text,
                    NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var number
                ) => number,
            AttributeKind.Bool when Flag(text) is { } flag => flag,
            AttributeKind.Choice => Choice(attribute, text),
            AttributeKind.List when !text.StartsWith('[') => JsonSerializer.Serialize(
                text.Split(['|', '｜'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Select(item => Choice(attribute, item)),
                Readable
            ),
            _ => text,
        };

    private static bool? Flag(string text) =>
        text.ToUpperInvariant() switch
        {
            "TRUE" or "YES" or "1" or "是" => true,
            "FALSE" or "NO" or "0" or "否" => false,
            _ => null,
        };

    // People write what they read: a label stands for its value.
    private static string Choice(AttributeDefinition attribute, string text) =>
        attribute.Offers(text) ? text
        : attribute.Choices.FirstOrDefault(choice =>
            string.Equals(text, choice.Label.Zh, StringComparison.Ordinal)
            || string.Equals(text, choice.Label.En, StringComparison.Ordinal)
        )
            is { } meant
            ? meant.Value
        : text;
}
