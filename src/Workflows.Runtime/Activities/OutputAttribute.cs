namespace Workflows.Runtime.Activities;

/// <summary>Tells designers about an output.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute : Attribute
{
    /// <summary>The title in the designer; null derives it from the property name.</summary>
    public string? DisplayName { get; set; }

    /// <summary>One sentence for the operator.</summary>
    public string? Description { get; set; }

    /// <summary>Whether the designer shows it. The default is true.</summary>
    public bool IsBrowsable { get; set; } = true;
}
