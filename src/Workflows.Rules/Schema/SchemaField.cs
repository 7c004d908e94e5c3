using System.Collections;
using System.Reflection;
using Workflows.Expressions;

namespace Workflows.Rules.Schema;

/// <summary>A value that expressions can use: an input or a member of one.</summary>
/// <param name="Path">How expressions write it.</param>
/// <param name="Type">Its type.</param>
internal sealed record SchemaField(string Path, Type Type)
{
    /// <summary>The fields of the inputs, as people write them.</summary>
    public static IEnumerable<SchemaField> Of(InputShape shape) =>
        shape.Parameters.SelectMany(parameter =>
            IsSimple(parameter.Type)
                ? [new SchemaField(parameter.Name, parameter.Type)]
                : parameter
                    .Type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(property => property.GetIndexParameters().Length == 0)
                    .Select(property => new SchemaField($"{parameter.Name}.{property.Name}", property.PropertyType))
        );

    /// <summary>A condition about the field, as an example to start from.</summary>
    public string Example
    {
        get
        {
            var bare = Nullable.GetUnderlyingType(Type) ?? Type;
            return bare == typeof(bool) ? Path
                : bare == typeof(string) ? $"{Path} == \"…\""
                : bare == typeof(DateTimeOffset) || bare == typeof(DateTime) ? $"{Path} >= now.AddDays(-30)"
                : bare == typeof(Guid) ? $"{Path} != null"
                : IsList ? $"{Path}.Any()"
                : $"{Path} >= 1";
        }
    }

    /// <summary>Whether the field is a list or a map.</summary>
    public bool IsList => Type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(Type);

    private static bool IsSimple(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare.IsPrimitive
            || bare.IsEnum
            || bare == typeof(string)
            || bare == typeof(decimal)
            || bare == typeof(DateTimeOffset)
            || bare == typeof(DateTime)
            || bare == typeof(Guid);
    }
}
