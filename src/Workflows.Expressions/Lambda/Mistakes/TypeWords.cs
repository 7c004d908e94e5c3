using System.Collections;
using System.Linq.Dynamic.Core;

namespace Workflows.Expressions.Lambda.Mistakes;

/// <summary>Types as authors think of them.</summary>
internal static class TypeWords
{
    public static string Of(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare == typeof(string) || bare == typeof(char) ? "text"
            : bare == typeof(bool) ? "true or false"
            : IsNumber(bare) ? "a number"
            : bare == typeof(DateTimeOffset) || bare == typeof(DateTime) || bare == typeof(DateOnly) ? "a date"
            : bare == typeof(TimeSpan) ? "a span of time"
            : bare == typeof(Guid) ? "an id"
            : bare == typeof(object) ? "a value of any kind"
            : typeof(IDictionary).IsAssignableFrom(bare) ? "a map"
            : typeof(IEnumerable).IsAssignableFrom(bare) ? "a list"
            : typeof(DynamicClass).IsAssignableFrom(bare) ? "a record"
            : $"a {bare.Name.ToLowerInvariant()}";
    }

    private static bool IsNumber(Type type) =>
        type.IsPrimitive ? type != typeof(bool) && type != typeof(char) : type == typeof(decimal);
}
