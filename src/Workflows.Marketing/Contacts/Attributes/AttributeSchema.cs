using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Contacts;

/// <summary>What attributes contacts may have, and of what kind. Immutable, and safe on every thread.</summary>
public sealed class AttributeSchema
{
    private readonly Dictionary<string, AttributeDefinition> _byName;

    /// <param name="attributes">The attributes, each name once.</param>
    /// <param name="isOpen">Whether contacts may have others, of any kind.</param>
    public AttributeSchema(IReadOnlyList<AttributeDefinition> attributes, bool isOpen)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        Attributes = attributes;
        IsOpen = isOpen;
        _byName = attributes.ToDictionary(attribute => attribute.Name, StringComparer.Ordinal);
    }

    /// <summary>The schema of a workspace without one: everything goes.</summary>
    public static AttributeSchema None { get; } = new([], isOpen: true);

    /// <summary>The attributes, in the order of the document.</summary>
    public IReadOnlyList<AttributeDefinition> Attributes { get; }

    /// <summary>Whether contacts may have attributes that are not in it.</summary>
    public bool IsOpen { get; }

    /// <summary>The attribute of a name, or null.</summary>
    public AttributeDefinition? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Checks a value.</summary>
    /// <param name="name">The attribute.</param>
    /// <param name="value">The value as <see cref="AttributeValue.Normalize"/> gives it; null takes the attribute away.</param>
    /// <param name="path">Where the value stands.</param>
    /// <returns>What is wrong, or null.</returns>
    public Diagnostic? Check(string name, object? value, string path) =>
        Find(name) is { } attribute ? AttributeCheck.Of(attribute, value, path)
        : IsOpen ? null
        : Unknown(name, path);

    /// <summary>The value that a field of a file stands for.</summary>
    /// <param name="name">The attribute.</param>
    /// <param name="text">The field.</param>
    /// <returns>The value; null where the schema does not know the attribute, and so not what the text means.</returns>
    internal object? ReadText(string name, string text) =>
        Find(name) is { } attribute ? AttributeText.Read(attribute, text) : null;

    /// <summary>What a row of contacts lacks.</summary>
    /// <param name="given">The names it has a value for.</param>
    /// <param name="path">Where the attributes stand.</param>
    public IEnumerable<Diagnostic> Missing(IEnumerable<string> given, string path)
    {
        var known = given.ToHashSet(StringComparer.Ordinal);
        return Attributes
            .Where(attribute => attribute.IsRequired && !known.Contains(attribute.Name))
            .Select(attribute => AttributeCheck.Missing(attribute, path));
    }

    /// <summary>The name as it stands, or the one that was probably meant.</summary>
    internal Diagnostic Unknown(string name, string path, SourceSpan? span = null) =>
        new(
            AttributeCodes.Unknown,
            $"There is no attribute '{name}'.",
            path,
            span,
            Remedy: Attributes.FirstOrDefault(other => other.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                    is { } meant
                    ? $"Write '{meant.Name}'."
                : Attributes.Count == 0 ? "The schema has no attributes yet: add it there."
                : $"Name one of {string.Join(", ", Attributes.Take(12).Select(other => other.Name))}, or add it to the schema."
        );
}
