namespace Workflows.Runtime.Activities;

/// <summary>Names an activity for documents and designers: its type is <c>{Namespace}.{Type}</c>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ActivityAttribute : Attribute
{
    /// <summary>Declares nothing yet; set the properties.</summary>
    public ActivityAttribute() { }

    /// <summary>Declares namespace, category and description; the type is the class name.</summary>
    /// <param name="namespace">First part of the type name.</param>
    /// <param name="category">Where the designer's palette shows it.</param>
    /// <param name="description">One sentence for the operator.</param>
    public ActivityAttribute(string @namespace, string? category = null, string? description = null)
    {
        Namespace = @namespace;
        Category = category;
        Description = description;
    }

    /// <summary>First part of the type name; null takes the class's namespace.</summary>
    public string? Namespace { get; set; }

    /// <summary>Second part of the type name; null takes the class name.</summary>
    public string? Type { get; set; }

    /// <summary>The version of the type. The default is 1.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Where the designer's palette shows it; null takes the namespace.</summary>
    public string? Category { get; set; }

    /// <summary>The title in the designer; null derives it from the class name.</summary>
    public string? DisplayName { get; set; }

    /// <summary>One sentence for the operator.</summary>
    public string? Description { get; set; }

    /// <summary>How designers classify it. The default is <see cref="ActivityKind.Action"/>.</summary>
    public ActivityKind Kind { get; set; } = ActivityKind.Action;

    /// <summary>The icon a designer shows; null lets it choose.</summary>
    public string? Icon { get; set; }

    /// <summary>Whether the palette offers it. The default is true.</summary>
    public bool IsBrowsable { get; set; } = true;
}
