using System.Linq.Dynamic.Core;
using System.Text.Json;
using Corpus;

namespace Workflows.Conformance.RuleFiles;

/// <summary>CLR types by the names the recordings give them.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<string, Type> Known = new(StringComparer.Ordinal)
    {
        ["bool"] = typeof(bool),
        ["byte"] = typeof(byte),
        ["char"] = typeof(char),
        ["DateTime"] = typeof(DateTime),
        ["DateTimeOffset"] = typeof(DateTimeOffset),
        ["decimal"] = typeof(decimal),
        ["double"] = typeof(double),
        ["float"] = typeof(float),
        ["Guid"] = typeof(Guid),
        ["int"] = typeof(int),
        ["JsonElement"] = typeof(JsonElement),
        ["long"] = typeof(long),
        ["object"] = typeof(object),
        ["sbyte"] = typeof(sbyte),
        ["short"] = typeof(short),
        ["string"] = typeof(string),
        ["TimeSpan"] = typeof(TimeSpan),
        ["uint"] = typeof(uint),
        ["ulong"] = typeof(ulong),
        ["ushort"] = typeof(ushort),
        [nameof(Address)] = typeof(Address),
        [nameof(Customer)] = typeof(Customer),
        [nameof(OrderLine)] = typeof(OrderLine),
        [nameof(Pricing)] = typeof(Pricing),
        [nameof(Tier)] = typeof(Tier),
        [nameof(Utils)] = typeof(Utils),
    };

    public static Type Find(string name)
    {
        if (name.EndsWith('?'))
        {
            var type = Find(name[..^1]);
            return type.IsValueType ? typeof(Nullable<>).MakeGenericType(type) : type;
        }

        return name.EndsWith("[]", StringComparison.Ordinal) ? Find(name[..^2]).MakeArrayType()
            : name.StartsWith("List<", StringComparison.Ordinal) ? typeof(List<>).MakeGenericType(Find(name[5..^1]))
            : Known.GetValueOrDefault(name)
                ?? Known.Values.FirstOrDefault(type => string.Equals(type.Name, name, StringComparison.Ordinal))
                ?? throw new NotSupportedException($"There is no type '{name}'.");
    }

    /// <summary>The name under which the type of a value is recorded.</summary>
    public static string Of(Type type)
    {
        if (typeof(DynamicClass).IsAssignableFrom(type))
        {
            return nameof(DynamicClass);
        }

        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!)}[]";
        }

        // LINQ's own sequences have no names worth telling.
        if (typeof(System.Collections.IEnumerable).IsAssignableFrom(type) && !type.IsPublic)
        {
            return "IEnumerable";
        }

        return type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(",", type.GetGenericArguments().Select(Of))}>"
            : type.Name;
    }
}
