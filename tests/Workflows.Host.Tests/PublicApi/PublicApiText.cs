using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Workflows.Host.Tests.PublicApi;

/// <summary>Writes down what an assembly shows to others: one line a type, one a member, sorted.</summary>
internal static class PublicApiText
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.Public
        | BindingFlags.NonPublic;

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(Name(type)).Append(Bases(type)).Append('\n');
            foreach (var member in Members(type).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Kind(Type type) =>
        type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };

    private static string Bases(Type type)
    {
        var bases =
            type.IsEnum
            || type.BaseType is null
            || type.BaseType == typeof(object)
            || type.BaseType == typeof(ValueType)
                ? []
                : new[] { Name(type.BaseType) };
        var all = bases.Concat(
            type.GetInterfaces().Where(face => face.IsPublic).Select(Name).Order(StringComparer.Ordinal)
        );
        var joined = string.Join(", ", type.IsEnum ? [] : all);
        return joined.Length == 0 ? "" : $" : {joined}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name))}");
        }

        var constructors = type.GetConstructors(Declared)
            .Where(IsVisible)
            .Select(member => $"new({Parameters(member)})");
        var methods = type.GetMethods(Declared)
            .Where(method =>
                IsVisible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
            )
            .Where(method => !method.IsDefined(typeof(CompilerGeneratedAttribute)))
            .Select(method =>
                $"{Static(method)}{Name(method.ReturnType)} {method.Name}{Generic(method)}({Parameters(method)})"
            );
        var properties = type.GetProperties(Declared)
            .Where(property => property.GetAccessors(nonPublic: true).Any(IsVisible))
            .Select(property =>
                $"{Static(property.GetAccessors(true)[0])}{Name(property.PropertyType)} {property.Name} {{{Accessors(property)} }}"
            );
        var fields = type.GetFields(Declared)
            .Where(field => field.IsPublic || field.IsFamily)
            .Select(field =>
                $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{Name(field.FieldType)} {field.Name}"
            );
        var events = type.GetEvents(Declared).Select(@event => $"event {Name(@event.EventHandlerType!)} {@event.Name}");
        return [.. constructors, .. methods, .. properties, .. fields, .. events];
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Static(MethodBase method) => method.IsStatic ? "static " : "";

    private static string Accessors(PropertyInfo property) =>
        (property.GetMethod is { } get && IsVisible(get) ? " get;" : "")
        + (
            property.SetMethod is { } set && IsVisible(set)
                ? IsInit(set)
                    ? " init;"
                    : " set;"
                : ""
        );

    private static bool IsInit(MethodInfo set) =>
        set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string Generic(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Parameters(MethodBase method) =>
        string.Join(
            ", ",
            method.GetParameters().Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}")
        );

    private static string Name(Type type)
    {
        if (type.IsByRef)
        {
            return $"ref {Name(type.GetElementType()!)}";
        }

        if (type.IsArray)
        {
            return $"{Name(type.GetElementType()!)}[]";
        }

        if (!type.IsGenericType)
        {
            return type.IsGenericParameter ? type.Name : Qualified(type);
        }

        var arguments = string.Join(", ", type.GetGenericArguments().Select(Name));
        return $"{Qualified(type).Split('`')[0]}<{arguments}>";
    }

    private static string Qualified(Type type) =>
        type.Namespace?.StartsWith("Workflows.", StringComparison.Ordinal) == true
            ? (type.FullName ?? $"{type.Namespace}.{type.Name}").Replace('+', '.')
            : type.Name;
}
