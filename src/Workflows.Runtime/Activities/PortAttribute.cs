namespace Workflows.Runtime.Activities;

/// <summary>Marks a property that holds an embedded activity.</summary>
/// <param name="name">The port's name; null takes the property name.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PortAttribute(string? name = null) : Attribute
{
    /// <summary>The port's name; null takes the property name.</summary>
    public string? Name { get; } = name;

    /// <summary>Whether the canvas shows it. The default is true.</summary>
    public bool IsBrowsable { get; set; } = true;
}
