using System.Collections.ObjectModel;
using Workflows.Runtime.Activities;

namespace Workflows.Runtime.Designer;

/// <summary>An activity type as a designer's palette and property panel show it, in one language. Its members are named as Elsa's descriptors are.</summary>
public sealed record ActivityDescription
{
    /// <summary>The name documents use; unique together with <see cref="Version"/>.</summary>
    public required string TypeName { get; init; }

    /// <summary>First part of the type name.</summary>
    public required string Namespace { get; init; }

    /// <summary>Last part of the type name.</summary>
    public required string Name { get; init; }

    /// <summary>The version of the type, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The group of the palette.</summary>
    public required string Category { get; init; }

    /// <summary>The title.</summary>
    public required string DisplayName { get; init; }

    /// <summary>One sentence for the operator; null for none.</summary>
    public string? Description { get; init; }

    /// <summary>The icon's name; null lets the designer choose.</summary>
    public string? Icon { get; init; }

    /// <summary>How the designer classifies it.</summary>
    public ActivityKind Kind { get; init; }

    /// <summary>What it is given, in the order it is shown.</summary>
    public IReadOnlyList<InputDescription> Inputs { get; init; } = [];

    /// <summary>What it hands out.</summary>
    public IReadOnlyList<OutputDescription> Outputs { get; init; } = [];

    /// <summary>Its outcomes and the slots for embedded activities; none means the one outcome <c>Done</c>.</summary>
    public IReadOnlyList<PortDescription> Ports { get; init; } = [];

    /// <summary>What the designer's special panels look for, such as <c>Resilient</c>.</summary>
    public IReadOnlyDictionary<string, object> CustomProperties { get; init; } =
        ReadOnlyDictionary<string, object>.Empty;

    /// <summary>What the designer puts into a new activity of this type.</summary>
    public IReadOnlyDictionary<string, object> ConstructionProperties { get; init; } =
        ReadOnlyDictionary<string, object>.Empty;

    /// <summary>Whether a new activity is set to run in the background; informative, every activity here runs in its turn.</summary>
    public bool RunAsynchronously { get; init; }

    /// <summary>Whether it holds a list of activities.</summary>
    public bool IsContainer { get; init; }

    /// <summary>Whether the palette offers it.</summary>
    public bool IsBrowsable { get; init; }

    /// <summary>Whether nothing may lead to it.</summary>
    public bool IsStart { get; init; }

    /// <summary>Whether nothing comes behind it.</summary>
    public bool IsTerminal { get; init; }
}
