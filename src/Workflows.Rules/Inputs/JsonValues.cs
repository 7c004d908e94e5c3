using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace Workflows.Rules.Inputs;

/// <summary>Reads JSON into values of the types that <see cref="JsonTyping"/> made.</summary>
internal static class JsonValues
{
    private static readonly ConcurrentDictionary<Type, Dictionary<string, PropertyInfo>> Members = new();

    /// <summary>Whether a value of the kind can be read as a scalar type a typed input has.</summary>
    public static bool CanRead(JsonScalar kind, Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        var isNullable = bare != type || !type.IsValueType;
        return kind switch
        {
            JsonScalar.Null => isNullable && (bare == typeof(string) || IsNumber(bare) || IsSimple(bare)),
            JsonScalar.Bool => bare == typeof(bool),
            JsonScalar.Int => IsNumber(bare),
            JsonScalar.Long => IsNumber(bare) && bare != typeof(int),
            JsonScalar.Double => bare == typeof(double) || bare == typeof(decimal),
            JsonScalar.Instant => bare == typeof(DateTimeOffset) || bare == typeof(string),
            JsonScalar.Text => bare == typeof(string),
            _ => false,
        };
    }

    public static object? Read(JsonElement element, Type type)
    {
        if (element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return null;
        }

        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return element.ValueKind switch
        {
            JsonValueKind.Object when bare != typeof(object) => ReadObject(element, bare),
            JsonValueKind.Array when bare.IsGenericType => ReadList(element, bare),
            JsonValueKind.Number when bare != typeof(object) => ReadNumber(element, bare),
            JsonValueKind.String when bare == typeof(DateTimeOffset) => JsonScalars.TryReadInstant(
                element.GetString()!,
                out var instant
            )
                ? instant
                : null,
            JsonValueKind.Object or JsonValueKind.Array => element.GetRawText(),
            _ => Plain(element),
        };
    }

    private static object ReadObject(JsonElement element, Type type)
    {
        var members = Members.GetOrAdd(
            type,
            static made =>
                made.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                    .Where(member => member.GetIndexParameters().Length == 0)
                    .ToDictionary(member => member.Name, StringComparer.Ordinal)
        );
        var value = Activator.CreateInstance(type)!;
        foreach (var property in element.EnumerateObject())
        {
            if (
                members.TryGetValue(property.Name, out var member)
                && Read(property.Value, member.PropertyType) is { } read
            )
            {
                member.SetValue(value, read);
            }
        }

        return value;
    }

    private static IList ReadList(JsonElement element, Type type)
    {
        var list = (IList)Activator.CreateInstance(type)!;
        var item = type.GetGenericArguments()[0];
        foreach (var value in element.EnumerateArray())
        {
            list.Add(Read(value, item));
        }

        return list;
    }

    private static object ReadNumber(JsonElement element, Type type) =>
        Type.GetTypeCode(type) switch
        {
            TypeCode.Int32 => element.GetInt32(),
            TypeCode.Int64 => element.GetInt64(),
            TypeCode.Decimal => element.GetDecimal(),
            _ => element.GetDouble(),
        };

    private static object? Plain(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number when element.TryGetInt32(out var number) => number,
            JsonValueKind.Number when element.TryGetInt64(out var number) => number,
            JsonValueKind.Number => element.GetDouble(),
            _ => null,
        };

    private static bool IsNumber(Type type) =>
        type == typeof(int) || type == typeof(long) || type == typeof(double) || type == typeof(decimal);

    private static bool IsSimple(Type type) =>
        type == typeof(bool) || type == typeof(DateTimeOffset) || type == typeof(DateTime) || type == typeof(Guid);
}
