using System.Globalization;
using System.Xml;

namespace Workflows.Expressions.Evaluation;

/// <summary>Reads scalar values from text, culture-invariantly.</summary>
internal static class TextTarget
{
    private delegate bool Parser(string text, out object? result);

    private static readonly Dictionary<Type, Parser> Parsers = new()
    {
        [typeof(bool)] = ParseBoolean,
        [typeof(byte)] = ParseNumber<byte>,
        [typeof(sbyte)] = ParseNumber<sbyte>,
        [typeof(short)] = ParseNumber<short>,
        [typeof(ushort)] = ParseNumber<ushort>,
        [typeof(int)] = ParseNumber<int>,
        [typeof(uint)] = ParseNumber<uint>,
        [typeof(long)] = ParseNumber<long>,
        [typeof(ulong)] = ParseNumber<ulong>,
        [typeof(float)] = ParseNumber<float>,
        [typeof(double)] = ParseNumber<double>,
        [typeof(decimal)] = ParseNumber<decimal>,
        [typeof(char)] = ParseCharacter,
        [typeof(Guid)] = Parse<Guid>,
        [typeof(TimeSpan)] = ParseDuration,
        [typeof(DateTime)] = ParseDateTime,
        [typeof(DateTimeOffset)] = ParseInstant,
        [typeof(DateOnly)] = Parse<DateOnly>,
        [typeof(TimeOnly)] = Parse<TimeOnly>,
        [typeof(Uri)] = ParseUri,
        [typeof(byte[])] = ParseBytes,
    };

    public static bool Knows(Type type) => Parsers.ContainsKey(type);

    public static bool TryParse(string text, Type type, out object? result) => Parsers[type](text.Trim(), out result);

    private static bool Parse<T>(string text, out object? result)
        where T : struct, IParsable<T>
    {
        var parsed = T.TryParse(text, CultureInfo.InvariantCulture, out var value);
        result = value;
        return parsed;
    }

    // "5.0" is a whole number too; scripts and forms write them so.
    private static bool ParseNumber<T>(string text, out object? result)
        where T : struct, System.Numerics.INumber<T>
    {
        if (T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            result = value;
            return true;
        }

        result = null;
        return false;
    }

    private static bool ParseBoolean(string text, out object? result)
    {
        result = text.ToUpperInvariant() switch
        {
            "TRUE" or "1" => true,
            "FALSE" or "0" => false,
            _ => null,
        };
        return result is not null;
    }

    private static bool ParseCharacter(string text, out object? result)
    {
        result = text.Length == 1 ? text[0] : null;
        return result is not null;
    }

    private static bool ParseDuration(string text, out object? result)
    {
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value))
        {
            result = value;
            return true;
        }

        result = null;
        if (text is not (['P', ..] or ['-', 'P', ..]))
        {
            return false;
        }

        result = XmlConvert.ToTimeSpan(text);
        return true;
    }

    private static bool ParseDateTime(string text, out object? result)
    {
        var parsed = DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var value);
        result = value;
        return parsed;
    }

    // Text without an offset means UTC, so that an answer does not depend on the machine's time zone.
    private static bool ParseInstant(string text, out object? result)
    {
        var parsed = DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var value
        );
        result = value;
        return parsed;
    }

    private static bool ParseUri(string text, out object? result)
    {
        var parsed = Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var value);
        result = value;
        return parsed;
    }

    private static bool ParseBytes(string text, out object? result)
    {
        result = Convert.FromBase64String(text);
        return true;
    }
}
