using System.Globalization;

namespace Workflows.Marketing.Templates;

/// <summary>Reads values of parameters as people write them, and holds them against the bounds.</summary>
internal static class ParameterValues
{
    private const int LongestText = 4_000;

    /// <summary>Why a value is refused; null when it is not.</summary>
    public static string? Mistake(TemplateParameter parameter, string value) =>
        parameter.Kind switch
        {
            ParameterKind.Text => value.Length > Longest(parameter)
                ? $"'{parameter.Name}' may have {Longest(parameter)} characters at most."
                : null,
            ParameterKind.Choice => parameter.Choices?.Contains(value, StringComparer.Ordinal) == true
                ? null
                : $"'{parameter.Name}' is one of {string.Join(", ", parameter.Choices ?? [])}.",
            _ => Compared(parameter, value),
        };

    /// <summary>A value in the one form in which documents hold it; null when it is none of its kind.</summary>
    public static string? Normal(ParameterKind kind, string value) =>
        kind switch
        {
            ParameterKind.Whole => long.TryParse(
                value,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var whole
            )
                ? whole.ToString(CultureInfo.InvariantCulture)
                : null,
            ParameterKind.Number => decimal.TryParse(
                value,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? number.ToString(CultureInfo.InvariantCulture)
                : null,
            ParameterKind.Duration => TimeSpan.TryParseExact(
                value,
                ["c", @"d\.hh\:mm\:ss"],
                CultureInfo.InvariantCulture,
                out var span
            )
                ? span.ToString("c", CultureInfo.InvariantCulture)
                : null,
            ParameterKind.Time => TimeOnly.TryParseExact(
                value,
                "HH:mm",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var time
            )
                ? time.ToString("HH:mm", CultureInfo.InvariantCulture)
                : null,
            _ => value,
        };

    private static string? Compared(TemplateParameter parameter, string value)
    {
        if (Order(parameter.Kind, value) is not { } order)
        {
            return $"'{value}' is no value of '{parameter.Name}': {Form(parameter.Kind)}";
        }

        return
            (parameter.Min is { } min && Order(parameter.Kind, min) > order)
            || (parameter.Max is { } max && Order(parameter.Kind, max) < order)
            ? $"'{parameter.Name}' lies between {parameter.Min ?? "-"} and {parameter.Max ?? "-"}."
            : null;
    }

    private static decimal? Order(ParameterKind kind, string value) =>
        Normal(kind, value) is not { } normal ? null
        : kind is ParameterKind.Duration ? TimeSpan.Parse(normal, CultureInfo.InvariantCulture).Ticks
        : kind is ParameterKind.Time ? TimeOnly.Parse(normal, CultureInfo.InvariantCulture).Ticks
        : decimal.Parse(normal, CultureInfo.InvariantCulture);

    private static string Form(ParameterKind kind) =>
        kind switch
        {
            ParameterKind.Duration => "a time span is written 3.00:00:00 for three days.",
            ParameterKind.Time => "a time is written 15:00.",
            ParameterKind.Whole => "it is a number without decimals.",
            _ => "it is a number.",
        };

    private static int Longest(TemplateParameter parameter) =>
        int.TryParse(parameter.Max, CultureInfo.InvariantCulture, out var most) ? most : LongestText;
}
