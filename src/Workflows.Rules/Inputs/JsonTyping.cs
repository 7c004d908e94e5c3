using System.Linq.Dynamic.Core;
using System.Reflection;

namespace Workflows.Rules.Inputs;

/// <summary>
/// Makes CLR types for JSON shapes. Where a member's JSON leaves a choice (null could be anything, a date could be
/// nullable), the choice is a number that the caller may change until the rules type-check.
/// </summary>
internal sealed class JsonTyping
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase;

    private readonly Dictionary<string, int> _choices;

    private JsonTyping(Dictionary<string, int> choices)
    {
        _choices = choices;
    }

    public static JsonTyping Natural { get; } = new(new Dictionary<string, int>(StringComparer.Ordinal));

    /// <summary>The same typing with another choice for one member.</summary>
    public JsonTyping With(string path, int choice) =>
        new(new Dictionary<string, int>(_choices, StringComparer.Ordinal) { [path] = choice });

    /// <summary>The type of a value.</summary>
    /// <param name="shape">What the JSON looks like.</param>
    /// <param name="path">The place of the value, which names the choice.</param>
    /// <param name="expected">The type a typed input has in this place; its scalar types are used. Null when there is none.</param>
    public Type TypeOf(JsonShape shape, string path, Type? expected = null) =>
        shape switch
        {
            JsonShape.Record record => DynamicClassFactory.CreateType([
                .. record.Members.Select(member => new DynamicProperty(
                    member.Name,
                    TypeOf(member.Shape, $"{path}.{member.Name}", MemberOf(expected, member.Name))
                )),
                .. Missing(record, expected),
            ]),
            JsonShape.Sequence sequence => typeof(List<>).MakeGenericType(
                TypeOf(sequence.Item, $"{path}[]", ItemOf(expected))
            ),
            JsonShape.Scalar scalar => ScalarType(scalar, path, expected),
            _ => typeof(object),
        };

    /// <summary>The places where the JSON leaves a choice, with the number of choices.</summary>
    public static IEnumerable<(string Path, string Name, int Choices)> ChoicesOf(
        JsonShape shape,
        string path,
        string name
    ) =>
        shape switch
        {
            JsonShape.Record record => record.Members.SelectMany(member =>
                ChoicesOf(member.Shape, $"{path}.{member.Name}", member.Name)
            ),
            JsonShape.Sequence sequence => ChoicesOf(sequence.Item, $"{path}[]", name),
            JsonShape.Scalar scalar => [(path, name, JsonScalars.TypesOf(scalar.Kind).Count)],
            _ => [],
        };

    private Type ScalarType(JsonShape.Scalar scalar, string path, Type? expected)
    {
        var types = JsonScalars.TypesOf(scalar.Kind);
        var type =
            _choices.TryGetValue(path, out var choice) ? types[choice]
            : expected is not null && JsonValues.CanRead(scalar.Kind, expected) ? expected
            : types[0];
        return scalar.IsOptional && type.IsValueType && Nullable.GetUnderlyingType(type) is null
            ? typeof(Nullable<>).MakeGenericType(type)
            : type;
    }

    // What a typed input may leave empty, JSON may leave out.
    private static IEnumerable<DynamicProperty> Missing(JsonShape.Record record, Type? expected) =>
        (expected?.GetProperties(BindingFlags.Public | BindingFlags.Instance) ?? [])
            .Where(property => property.GetIndexParameters().Length == 0)
            .Where(property => JsonValues.CanRead(JsonScalar.Null, property.PropertyType))
            .Where(property =>
                !record.Members.Any(member =>
                    string.Equals(member.Name, property.Name, StringComparison.OrdinalIgnoreCase)
                )
            )
            .Select(property => new DynamicProperty(property.Name, property.PropertyType));

    private static Type? MemberOf(Type? type, string name) => type?.GetProperty(name, Members)?.PropertyType;

    private static Type? ItemOf(Type? type) =>
        type is { IsGenericType: true } && type.GetGenericArguments() is [var item] ? item : type?.GetElementType();
}
