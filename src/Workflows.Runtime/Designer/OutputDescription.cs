namespace Workflows.Runtime.Designer;

/// <summary>An output of an activity, in one language.</summary>
public sealed record OutputDescription
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The alias of its type.</summary>
    public required string TypeName { get; init; }

    /// <summary>The title.</summary>
    public required string DisplayName { get; init; }

    /// <summary>One sentence for the operator; null for none.</summary>
    public string? Description { get; init; }

    /// <summary>Position among the outputs.</summary>
    public float Order { get; init; }

    /// <summary>Whether the panel shows it.</summary>
    public bool IsBrowsable { get; init; } = true;

    /// <summary>Whether documents hold its binding.</summary>
    public bool IsSerializable { get; init; } = true;

    /// <summary>Whether it stands for an output of a workflow used as an activity.</summary>
    public bool IsSynthetic { get; init; }
}
