using System.Globalization;
using System.Text.Json;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Contacts;

/// <summary>Whether a value is of the kind of its attribute.</summary>
internal static class AttributeCheck
{
    public static Diagnostic? Of(AttributeDefinition attribute, object? value, string path)
    {
        if (value is null)
        {
            return attribute.IsRequired ? Missing(attribute, path) : null;
        }

        if (!IsOfKind(attribute.Kind, value))
        {
            return new Diagnostic(
                AttributeCodes.WrongKind,
                $"'{attribute.Name}' is {InWords(attribute.Kind)}, not {Show(value)}.",
                path
            );
        }

        var wrong = Values(attribute.Kind, value)
            .FirstOrDefault(one => attribute.Choices.Count > 0 && !attribute.Offers(one));
        return wrong is null ? null : NotAChoice(attribute, wrong, path);
    }

    public static Diagnostic NotAChoice(
        AttributeDefinition attribute,
        string value,
        string path,
        SourceSpan? span = null
    ) =>
        new(
            AttributeCodes.NotAChoice,
            $"'{Shorten(value)}' is not a value of '{attribute.Name}'.",
            path,
            span,
            Remedy: $"Its values are {string.Join(", ", attribute.Choices.Take(12).Select(choice => choice.Value))}."
        );

    public static Diagnostic Missing(AttributeDefinition attribute, string path) =>
        new(AttributeCodes.Missing, $"The attribute '{attribute.Name}' has to be there.", path);

    public static string InWords(AttributeKind kind) =>
        kind switch
        {
            AttributeKind.Number => "a whole number",
            AttributeKind.Decimal => "a number",
            AttributeKind.Date => "a day such as 2021-01-31, or a time with its offset",
            AttributeKind.Bool => "true or false",
            AttributeKind.Choice => "one of its choices",
            AttributeKind.List => "a list of texts",
            _ => "a text",
        };

    /// <summary>The items of a list as it is remembered; null where the text is no list.</summary>
    public static IReadOnlyList<string>? Items(string text)
    {
        if (!text.StartsWith('['))
        {
            return null;
        }

        try
        {
            using var list = JsonDocument.Parse(text);
            return list.RootElement.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
                ? [.. list.RootElement.EnumerateArray().Select(item => item.GetString()!)]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The day or instant a text says; null where it says none. A day is its midnight in UTC.</summary>
    public static DateTimeOffset? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero)
        : text.Length > 16
        && text[10] == 'T'
        && (text.EndsWith('Z') || text[^3] == ':' && text[^6] is '+' or '-')
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant
        : null;

    private static bool IsOfKind(AttributeKind kind, object value) =>
        (kind, value) switch
        {
            (AttributeKind.Text or AttributeKind.Choice, string) => true,
            (AttributeKind.Number, long) => true,
            (AttributeKind.Decimal, long or decimal) => true,
            (AttributeKind.Bool, bool) => true,
            (AttributeKind.Date, string text) => Date(text) is not null,
            (AttributeKind.List, string text) => Items(text) is not null,
            _ => false,
        };

    private static IReadOnlyList<string> Values(AttributeKind kind, object value) =>
        (kind, value) switch
        {
            (AttributeKind.Choice, string text) => [text],
            (AttributeKind.List, string text) => Items(text)!,
            _ => [],
        };

    private static string Show(object value) =>
        value switch
        {
            string text => $"'{Shorten(text)}'",
            bool flag => flag ? "true" : "false",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
