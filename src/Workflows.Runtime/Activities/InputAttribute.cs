namespace Workflows.Runtime.Activities;

/// <summary>Tells designers how to edit an input.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InputAttribute : Attribute
{
    /// <summary>The title in the designer; null derives it from the property name.</summary>
    public string? DisplayName { get; set; }

    /// <summary>One sentence for the operator.</summary>
    public string? Description { get; set; }

    /// <summary>The group of inputs it is shown with.</summary>
    public string? Category { get; set; }

    /// <summary>The editor; see <see cref="InputUIHints"/>. Null derives it from the type.</summary>
    public string? UIHint { get; set; }

    /// <summary>What a drop-down offers: an array of texts, or the type of an <see cref="IInputOptions"/>.</summary>
    public object? Options { get; set; }

    /// <summary>Tells the editor more than <see cref="Options"/> can: the type of an <see cref="IPropertyUIHandler"/>. Null for nothing more.</summary>
    public Type? UIHandler { get; set; }

    /// <summary>The highlighting of a code editor, for example <c>javascript</c>; null for none.</summary>
    public string? CodeLanguage { get; set; }

    /// <summary>The notation a literal of this input is written in, where it is a script and not a value; null for values.</summary>
    public string? Notation { get; set; }

    /// <summary>The value without any expression; its JSON form is shown by designers.</summary>
    public object? DefaultValue { get; set; }

    /// <summary>The notation a designer starts with, for example <c>Liquid</c>. The default is <c>Literal</c>.</summary>
    public string? DefaultSyntax { get; set; }

    /// <summary>Whether publishing refuses the activity without a value. The default is false.</summary>
    public bool IsRequired { get; set; }

    /// <summary>The least value that may be written down: a number, or the text of a duration or time. Null for no bound.</summary>
    public object? Minimum { get; set; }

    /// <summary>The greatest value that may be written down: a number, or the text of a duration or time. Null for no bound.</summary>
    public object? Maximum { get; set; }

    /// <summary>The regular expression a text that is written down has to match; null for any text. Anchor it with <c>^</c> and <c>$</c>.</summary>
    public string? Pattern { get; set; }

    /// <summary>How to write a text that matches <see cref="Pattern"/>, as a sentence; null shows the pattern.</summary>
    public string? PatternHint { get; set; }

    /// <summary>Whether the value may change in designers. The default is false.</summary>
    public bool IsReadOnly { get; set; }

    /// <summary>Whether the designer shows it. The default is true.</summary>
    public bool IsBrowsable { get; set; } = true;

    /// <summary>Whether documents hold it. The default is true.</summary>
    public bool IsSerializable { get; set; } = true;

    /// <summary>As <see cref="IsSensitive"/>, under the name Elsa's attribute has.</summary>
    public bool CanContainSecrets
    {
        get => IsSensitive;
        set => IsSensitive = value;
    }

    /// <summary>Whether the value is a secret and stays out of the journal. The default is false.</summary>
    public bool IsSensitive { get; set; }

    /// <summary>False when the activity evaluates the input itself. The default is true.</summary>
    public bool AutoEvaluate { get; set; } = true;

    /// <summary>Position among the inputs. The default is 0: order of declaration.</summary>
    public float Order { get; set; }
}
