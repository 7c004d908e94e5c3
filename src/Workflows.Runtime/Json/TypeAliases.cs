using System.Dynamic;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workflows.Runtime.Json;

/// <summary>The names Elsa's documents have for types.</summary>
internal static class TypeAliases
{
    private static readonly Dictionary<string, Type> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Object"] = typeof(object),
        ["String"] = typeof(string),
        ["Boolean"] = typeof(bool),
        ["Byte"] = typeof(byte),
        ["Int16"] = typeof(short),
        ["Int32"] = typeof(int),
        ["Int64"] = typeof(long),
        ["Single"] = typeof(float),
        ["Double"] = typeof(double),
        ["Decimal"] = typeof(decimal),
        ["Guid"] = typeof(Guid),
        ["DateTime"] = typeof(DateTime),
        ["DateTimeOffset"] = typeof(DateTimeOffset),
        ["DateOnly"] = typeof(DateOnly),
        ["TimeOnly"] = typeof(TimeOnly),
        ["TimeSpan"] = typeof(TimeSpan),
        ["Uri"] = typeof(Uri),
        ["ObjectDictionary"] = typeof(IDictionary<string, object?>),
        ["StringDictionary"] = typeof(IDictionary<string, string>),
        ["ExpandoObject"] = typeof(ExpandoObject),
        ["JsonElement"] = typeof(JsonElement),
        ["JsonNode"] = typeof(JsonNode),
        ["JsonObject"] = typeof(JsonObject),
        ["Byte[]"] = typeof(byte[]),
    };

    private static readonly Dictionary<Type, string> ByType = ByName.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>The type of an alias; types nobody here knows are treated as <see cref="object"/>.</summary>
    public static Type Resolve(string? alias, bool isArray = false)
    {
        var type = ResolveOne(alias?.Trim() ?? "");
        return isArray ? typeof(List<>).MakeGenericType(type) : type;
    }

    /// <summary>The alias of a type; types without one are called by their short name, lists <c>List&lt;T&gt;</c>.</summary>
    public static string NameOf(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (ByType.TryGetValue(bare, out var alias))
        {
            return alias;
        }
        return bare.IsGenericType && bare.GetGenericArguments() is [var element]
            ? $"List<{NameOf(element)}>"
            : bare.Name;
    }

    private static Type ResolveOne(string alias)
    {
        if (ByName.TryGetValue(alias, out var type))
        {
            return type;
        }
        if (alias.StartsWith("List<", StringComparison.OrdinalIgnoreCase) && alias.EndsWith('>'))
        {
            return typeof(List<>).MakeGenericType(ResolveOne(alias[5..^1]));
        }
        return alias.EndsWith("[]", StringComparison.Ordinal)
            ? typeof(List<>).MakeGenericType(ResolveOne(alias[..^2]))
            : typeof(object);
    }
}
