using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workflows.Expressions.Evaluation;

/// <summary>Reads the members of a value the way every notation sees them: dictionary entries, JSON properties, data properties.</summary>
/// <remarks>
/// Of CLR objects only public properties are seen, and only of types that carry data: nothing of the framework's own
/// machinery (types, streams, tasks, delegates) can be walked into.
/// </remarks>
internal static class ValueMembers
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();
    private static readonly ConcurrentDictionary<Type, bool> DataTypes = new();

    /// <summary>Whether objects of this type carry data that texts may look into.</summary>
    public static bool IsData(Type type) =>
        DataTypes.GetOrAdd(
            type,
            static key =>
                !key.IsPrimitive
                && !key.IsEnum
                && !key.IsPointer
                && !typeof(Delegate).IsAssignableFrom(key)
                && !typeof(Exception).IsAssignableFrom(key)
                && !typeof(IEnumerable).IsAssignableFrom(key)
                && !typeof(Expression).Assembly.Equals(key.Assembly)
                && (!IsFramework(key.Assembly) || IsPair(key))
        );

    /// <summary>Finds a member by its name: exactly, or else whatever its case.</summary>
    public static bool TryRead(object? target, string name, out object? value)
    {
        value = null;
        switch (target)
        {
            case null or string:
                return false;
            case JsonElement element:
                return TryReadJson(element, name, out value);
            case JsonObject node:
                return TryReadJson(JsonSerializer.SerializeToElement(node), name, out value);
            case IReadOnlyDictionary<string, object?> map:
                return TryReadMap(map, map.TryGetValue(name, out value), name, ref value);
            case IDictionary<string, object?> map:
                return TryReadMap(map, map.TryGetValue(name, out value), name, ref value);
            case IDictionary map:
                value = map.Contains(name) ? map[name] : null;
                return map.Contains(name);
            default:
                return TryReadProperty(target, name, out value);
        }
    }

    /// <summary>Lists the members of a value that has named ones.</summary>
    public static bool TryList(object? target, out IEnumerable<KeyValuePair<string, object?>> members)
    {
        members = target switch
        {
            JsonElement { ValueKind: JsonValueKind.Object } element => (IDictionary<string, object?>)
                PlainJson.ToPlain(element)!,
            JsonObject node => (IDictionary<string, object?>)PlainJson.ToPlain(node)!,
            IEnumerable<KeyValuePair<string, object?>> map => map,
            IDictionary map => map.Keys.OfType<string>().Select(key => KeyValuePair.Create(key, map[key])),
            not null when IsData(target.GetType()) => PropertiesOf(target.GetType())
                .Select(property => KeyValuePair.Create(property.Name, property.GetValue(target))),
            _ => [],
        };
        return target is JsonElement { ValueKind: JsonValueKind.Object } or JsonObject or IDictionary
            || target is IEnumerable<KeyValuePair<string, object?>>
            || (target is not null and not JsonElement and not JsonNode && IsData(target.GetType()));
    }

    private static bool TryReadMap(
        IEnumerable<KeyValuePair<string, object?>> map,
        bool found,
        string name,
        ref object? value
    )
    {
        if (found)
        {
            return true;
        }

        foreach (var (key, candidate) in map)
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
            {
                value = candidate;
                return true;
            }
        }

        return false;
    }

    private static bool TryReadJson(JsonElement element, string name, out object? value)
    {
        value = null;
        if (element.ValueKind is not JsonValueKind.Object)
        {
            return false;
        }

        if (!element.TryGetProperty(name, out var property))
        {
            var match = element
                .EnumerateObject()
                .FirstOrDefault(candidate => candidate.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (match.Value.ValueKind is JsonValueKind.Undefined)
            {
                return false;
            }

            property = match.Value;
        }

        value = PlainJson.ToPlain(property);
        return true;
    }

    private static bool TryReadProperty(object target, string name, out object? value)
    {
        value = null;
        var type = target.GetType();
        if (!IsData(type))
        {
            return false;
        }

        var properties = PropertiesOf(type);
        var property =
            Array.Find(properties, candidate => candidate.Name.Equals(name, StringComparison.Ordinal))
            ?? Array.Find(properties, candidate => candidate.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        value = property?.GetValue(target);
        return property is not null;
    }

    private static PropertyInfo[] PropertiesOf(Type type) =>
        Properties.GetOrAdd(
            type,
            static key =>
                [
                    .. key.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                        .Where(property =>
                            property.GetMethod is { IsPublic: true }
                            && property.GetIndexParameters().Length == 0
                            && !IsMachinery(property.PropertyType)
                        ),
                ]
        );

    private static bool IsPair(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)
        || type.IsAssignableTo(typeof(System.Runtime.CompilerServices.ITuple));

    private static bool IsMachinery(Type type) =>
        typeof(MemberInfo).IsAssignableFrom(type)
        || typeof(Delegate).IsAssignableFrom(type)
        || typeof(Assembly).IsAssignableFrom(type)
        || typeof(Stream).IsAssignableFrom(type)
        || typeof(Task).IsAssignableFrom(type);

    private static bool IsFramework(Assembly assembly) =>
        assembly.GetName().Name is { } name
        && (
            name.StartsWith("System", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.", StringComparison.Ordinal)
            || name is "mscorlib" or "netstandard" or "Jint" or "Acornima" or "DotLiquid"
        );
}
