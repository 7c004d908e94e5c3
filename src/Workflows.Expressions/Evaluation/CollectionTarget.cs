using System.Collections;
using System.Dynamic;

namespace Workflows.Expressions.Evaluation;

/// <summary>Conversions to lists, arrays, sets and dictionaries, element by element.</summary>
internal static class CollectionTarget
{
    public static bool TryConvert(object value, Type target, out object? result)
    {
        result = null;
        if (target == typeof(ExpandoObject))
        {
            return TryExpando(value, out result);
        }

        if (ValueTypeOfDictionary(target) is { } valueType)
        {
            return TryDictionary(value, target, valueType, out result);
        }

        if (target == typeof(byte[]) && value is string)
        {
            return false;
        }

        return ElementTypeOf(target) is { } elementType && TryList(value, target, elementType, out result);
    }

    /// <summary>The element type of a list-like type, or null where it is none.</summary>
    public static Type? ElementTypeOf(Type type)
    {
        if (type.IsArray)
        {
            return type.GetElementType();
        }

        if (
            type == typeof(IEnumerable)
            || type == typeof(IList)
            || type == typeof(ICollection)
            || type == typeof(ArrayList)
        )
        {
            return typeof(object);
        }

        return
            type.IsGenericType
            && type.GetGenericArguments() is [var element]
            && typeof(IEnumerable<>).MakeGenericType(element).IsAssignableFrom(type)
            ? element
            : null;
    }

    private static Type? ValueTypeOfDictionary(Type type)
    {
        if (type == typeof(IDictionary) || type == typeof(Hashtable))
        {
            return typeof(object);
        }

        var isMap = type.IsGenericType && type.GetGenericArguments() is [var key, _] && key == typeof(string);
        return isMap && type.IsAssignableFrom(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()))
            ? type.GetGenericArguments()[1]
            : null;
    }

    private static bool TryExpando(object value, out object? result)
    {
        result = null;
        if (!TryEntries(value, out var entries))
        {
            return false;
        }

        var expando = new ExpandoObject();
        var members = (IDictionary<string, object?>)expando;
        foreach (var (name, member) in entries)
        {
            members[name] = member;
        }

        result = expando;
        return true;
    }

    private static bool TryDictionary(object value, Type target, Type valueType, out object? result)
    {
        result = null;
        if (!TryEntries(value, out var entries))
        {
            return false;
        }

        var map =
            target == typeof(Hashtable)
                ? new Hashtable(StringComparer.Ordinal)
                : (IDictionary)
                    Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), valueType))!;
        foreach (var (name, member) in entries)
        {
            if (!Coerce.TryTo(member, valueType, out var converted))
            {
                return false;
            }

            map[name] = converted;
        }

        result = map;
        return true;
    }

    private static bool TryEntries(object value, out IEnumerable<KeyValuePair<string, object?>> entries)
    {
        if (value is string text)
        {
            var parsed = PlainJson.TryParse(text, out var json) ? json as Dictionary<string, object?> : null;
            entries = parsed ?? [];
            return parsed is not null;
        }

        return ValueMembers.TryList(value, out entries);
    }

    private static bool TryList(object value, Type target, Type elementType, out object? result)
    {
        result = null;
        var items = new ArrayList();
        foreach (var item in Items(value))
        {
            if (!Coerce.TryTo(item, elementType, out var converted))
            {
                return false;
            }

            items.Add(converted);
        }

        var array = Array.CreateInstance(elementType, items.Count);
        items.CopyTo(array);
        result = Wrap(array, target, elementType);
        return result is not null;
    }

    // A single value becomes a list of one; text is a list only when it is a JSON array.
    private static IEnumerable Items(object value) =>
        value switch
        {
            string text when PlainJson.TryParse(text, out var parsed) && parsed is List<object?> list => list,
            string text => string.IsNullOrWhiteSpace(text) ? Array.Empty<object>() : new[] { text },
            IDictionary => new[] { value },
            IDictionary<string, object?> => new[] { value },
            IEnumerable items => items,
            _ => new[] { value },
        };

    private static object? Wrap(Array array, Type target, Type elementType)
    {
        if (target.IsArray)
        {
            return array;
        }

        if (target == typeof(ArrayList))
        {
            return new ArrayList(array);
        }

        foreach (var candidate in new[] { typeof(List<>), typeof(HashSet<>) })
        {
            var type = candidate.MakeGenericType(elementType);
            if (target.IsAssignableFrom(type))
            {
                return Activator.CreateInstance(type, array);
            }
        }

        return null;
    }
}
