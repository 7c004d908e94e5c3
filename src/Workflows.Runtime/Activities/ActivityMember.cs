using System.Collections;
using System.Reflection;

namespace Workflows.Runtime.Activities;

/// <summary>A property of an activity type, and what it is for.</summary>
public sealed class ActivityMember
{
    internal ActivityMember(PropertyInfo property)
    {
        Property = property;
        Kind = KindOf(property.PropertyType);
        Input = property.GetCustomAttribute<InputAttribute>();
        Output = property.GetCustomAttribute<OutputAttribute>();
        PortName = property.GetCustomAttribute<PortAttribute>()?.Name ?? property.Name;
    }

    /// <summary>The property's name.</summary>
    public string Name => Property.Name;

    /// <summary>What it is for.</summary>
    public ActivityMemberKind Kind { get; }

    /// <summary>The type of its value: for inputs and outputs that of the value inside.</summary>
    public Type ValueType =>
        Kind is ActivityMemberKind.Input or ActivityMemberKind.Output && Property.PropertyType.IsGenericType
            ? Property.PropertyType.GetGenericArguments()[0]
            : Property.PropertyType;

    /// <summary>What designers are told about an input; null for other members.</summary>
    public InputAttribute? Input { get; }

    /// <summary>What designers are told about an output; null for other members.</summary>
    public OutputAttribute? Output { get; }

    /// <summary>The name of a port.</summary>
    public string PortName { get; }

    internal PropertyInfo Property { get; }

    internal static ActivityMemberKind KindOf(Type type)
    {
        if (typeof(Input).IsAssignableFrom(type))
        {
            return ActivityMemberKind.Input;
        }
        if (typeof(Output).IsAssignableFrom(type))
        {
            return ActivityMemberKind.Output;
        }
        if (typeof(IActivity).IsAssignableFrom(type))
        {
            return ActivityMemberKind.Port;
        }
        if (typeof(Variable).IsAssignableFrom(type))
        {
            return ActivityMemberKind.Variable;
        }
        return ElementOf(type) switch
        {
            null => ActivityMemberKind.Plain,
            var element when typeof(IActivity).IsAssignableFrom(element) => ActivityMemberKind.Activities,
            var element when typeof(Variable).IsAssignableFrom(element) => ActivityMemberKind.Variables,
            var element when element == typeof(Flow.Connection) => ActivityMemberKind.Connections,
            var element when HoldsActivities(element) => ActivityMemberKind.Cases,
            _ => ActivityMemberKind.Plain,
        };
    }

    internal static Type? ElementOf(Type type) =>
        type != typeof(string)
        && type.IsGenericType
        && typeof(IEnumerable).IsAssignableFrom(type)
        && type.GetGenericArguments() is [var element]
            ? element
            : null;

    private static bool HoldsActivities(Type type) =>
        type.IsClass
        && type != typeof(string)
        && type.GetProperties()
            .Any(property =>
                typeof(IActivity).IsAssignableFrom(property.PropertyType)
                || typeof(Input).IsAssignableFrom(property.PropertyType)
            );
}
