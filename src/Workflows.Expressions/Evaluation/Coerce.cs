using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workflows.Expressions.Evaluation;

/// <summary>Converts values between the shapes they have in documents, scripts and .NET.</summary>
/// <remarks>
/// Text and numbers are read and written culture-invariantly. Text that is JSON becomes a list, a dictionary or an object
/// where one is asked for; JSON values are looked through.
/// </remarks>
public static class Coerce
{
    /// <summary>Converts a value, or answers the type's default where that is impossible.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="type">The type asked for.</param>
    /// <returns>The converted value; 0, false, null and the like where the value does not fit, as Elsa does with literals.</returns>
    public static object? To(object? value, Type type) => TryTo(value, type, out var result) ? result : DefaultOf(type);

    /// <summary>Converts a value, or answers the type's default where that is impossible.</summary>
    public static T? To<T>(object? value) => To(value, typeof(T)) is T result ? result : default;

    /// <summary>Converts a value where that is possible.</summary>
    /// <param name="value">Any value; null converts to the default of every type.</param>
    /// <param name="type">The type asked for.</param>
    /// <param name="result">The converted value, or the type's default.</param>
    /// <returns>Whether the value fits.</returns>
    public static bool TryTo(object? value, Type type, out object? result)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (value is null || (type != typeof(object) && type.IsInstanceOfType(value)))
        {
            result = value ?? DefaultOf(type);
            return true;
        }

        var target = Nullable.GetUnderlyingType(type) ?? type;
        if (IsJson(target))
        {
            return JsonTarget.TryConvert(value, target, out result);
        }

        value = PlainJson.Unwrap(value);
        if (value is null || type.IsInstanceOfType(value))
        {
            result = value ?? DefaultOf(type);
            return true;
        }

        if (target != type && value is string text && string.IsNullOrWhiteSpace(text))
        {
            result = null;
            return true;
        }

        try
        {
            if (TryConvert(value, target, out result))
            {
                return true;
            }
        }
        catch (Exception exception)
            when (exception
                    is FormatException
                        or InvalidCastException
                        or OverflowException
                        or JsonException
                        or ArgumentException
            )
        {
            // The value does not fit: that is the answer below.
        }

        result = DefaultOf(type);
        return false;
    }

    /// <summary>The value a type has when nothing was said: 0, false, null.</summary>
    public static object? DefaultOf(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.IsValueType && Nullable.GetUnderlyingType(type) is null && type != typeof(void)
            ? Activator.CreateInstance(type)
            : null;
    }

    private static bool TryConvert(object value, Type target, out object? result)
    {
        if (target == typeof(string))
        {
            result = ToText(value);
            return true;
        }

        if (target.IsEnum)
        {
            return TryEnum(value, target, out result);
        }

        if (CollectionTarget.TryConvert(value, target, out result))
        {
            return true;
        }

        if (value is string text && TextTarget.Knows(target))
        {
            return TextTarget.TryParse(text, target, out result);
        }

        if (TryInstant(value, target, out result))
        {
            return true;
        }

        if (value is IConvertible && typeof(IConvertible).IsAssignableFrom(target))
        {
            result = Convert.ChangeType(value, target, CultureInfo.InvariantCulture);
            return true;
        }

        return TryObject(value, target, out result);
    }

    private static string ToText(object value) =>
        value switch
        {
            bool truth => truth ? "True" : "False",
            DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
            DateTime instant => instant.ToString("O", CultureInfo.InvariantCulture),
            byte[] bytes => Convert.ToBase64String(bytes),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            IEnumerable => PlainJson.Write(value),
            _ when ValueMembers.IsData(value.GetType()) => PlainJson.Write(value),
            _ => value.ToString() ?? "",
        };

    private static bool TryEnum(object value, Type target, out object? result)
    {
        if (value is string text)
        {
            return Enum.TryParse(target, text, ignoreCase: true, out result);
        }

        result = Enum.ToObject(target, Convert.ToInt64(value, CultureInfo.InvariantCulture));
        return true;
    }

    private static bool TryInstant(object value, Type target, out object? result)
    {
        result = (value, target) switch
        {
            (DateTime instant, _) when target == typeof(DateTimeOffset) => instant.Kind is DateTimeKind.Unspecified
                ? new DateTimeOffset(instant, TimeSpan.Zero)
                : new DateTimeOffset(instant),
            (DateTimeOffset instant, _) when target == typeof(DateTime) => instant.UtcDateTime,
            (DateTime instant, _) when target == typeof(DateOnly) => DateOnly.FromDateTime(instant),
            (DateTimeOffset instant, _) when target == typeof(DateOnly) => DateOnly.FromDateTime(instant.DateTime),
            (DateOnly day, _) when target == typeof(DateTime) => day.ToDateTime(TimeOnly.MinValue),
            (DateOnly day, _) when target == typeof(DateTimeOffset) => new DateTimeOffset(
                day.ToDateTime(TimeOnly.MinValue),
                TimeSpan.Zero
            ),
            _ => null,
        };
        return result is not null;
    }

    private static bool TryObject(object value, Type target, out object? result)
    {
        result = null;
        if (target == typeof(object))
        {
            result = value;
            return true;
        }

        if (!ValueMembers.IsData(target) || target.IsAbstract)
        {
            return false;
        }

        var json = value as string ?? PlainJson.Write(value);
        result = JsonSerializer.Deserialize(json, target, PlainJson.Options);
        return result is not null;
    }

    private static bool IsJson(Type type) =>
        type == typeof(JsonElement) || type == typeof(JsonDocument) || typeof(JsonNode).IsAssignableFrom(type);
}
