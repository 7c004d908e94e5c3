using System.Collections.ObjectModel;

namespace Workflows.Runtime.Designer;

/// <summary>An input of an activity and its editor, in one language.</summary>
public sealed record InputDescription
{
    /// <summary>The name; documents hold it with a small first letter.</summary>
    public required string Name { get; init; }

    /// <summary>The alias of its type, for example <c>Int32</c>.</summary>
    public required string TypeName { get; init; }

    /// <summary>The title.</summary>
    public required string DisplayName { get; init; }

    /// <summary>One sentence for the operator; null for none.</summary>
    public string? Description { get; init; }

    /// <summary>The group it is shown with; null for none.</summary>
    public string? Category { get; init; }

    /// <summary>Position among the inputs.</summary>
    public float Order { get; init; }

    /// <summary>Whether documents wrap the value in an expression.</summary>
    public bool IsWrapped { get; init; } = true;

    /// <summary>Whether the panel shows it.</summary>
    public bool IsBrowsable { get; init; } = true;

    /// <summary>Whether documents hold it.</summary>
    public bool IsSerializable { get; init; } = true;

    /// <summary>Whether it stands for an input of a workflow used as an activity.</summary>
    public bool IsSynthetic { get; init; }

    /// <summary>Whether the panel only shows it.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Whether it holds a secret; journals show stars then.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>Whether publishing refuses the activity without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it is evaluated before the activity runs; false where the activity does it itself.</summary>
    public bool AutoEvaluate { get; init; } = true;

    /// <summary>The value without any expression, in its JSON form; null for none.</summary>
    public object? DefaultValue { get; init; }

    /// <summary>The notation a new value starts with; null means <c>Literal</c>.</summary>
    public string? DefaultSyntax { get; init; }

    /// <summary>The editor's name; see <see cref="Activities.InputUIHints"/>.</summary>
    public required string UiHint { get; init; }

    /// <summary>What the editor needs to know, such as the choices of a drop-down, under the names the designer looks for.</summary>
    public IReadOnlyDictionary<string, object> UiSpecifications { get; init; } =
        ReadOnlyDictionary<string, object>.Empty;
}
