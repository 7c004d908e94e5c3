using Workflows.Expressions.Diagnostics;

namespace Workflows.Rules.Explaining;

/// <summary>The names under which people know what rules ask about, in both languages.</summary>
public sealed class Vocabulary
{
    private readonly Dictionary<string, FieldName> _names;

    /// <summary>Makes a vocabulary.</summary>
    /// <param name="fields">The names; paths must differ, whatever their case.</param>
    public Vocabulary(IReadOnlyList<FieldName> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        Fields = fields;
        _names = fields.ToDictionary(field => field.Path, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A vocabulary without names: everything is called what expressions call it.</summary>
    public static Vocabulary Empty { get; } = new([]);

    /// <summary>The names, in the order in which they were given.</summary>
    public IReadOnlyList<FieldName> Fields { get; }

    /// <summary>The name of a member, or the path itself where nobody gave it a name.</summary>
    /// <param name="path">The member as an expression writes it.</param>
    /// <param name="language">The language of the name.</param>
    public string Name(string path, Language language)
    {
        ArgumentNullException.ThrowIfNull(path);
        return !_names.TryGetValue(Bare(path), out var field) ? path
            : language == Language.Chinese ? field.Chinese
            : field.English;
    }

    // An optional value and what is in it have one name.
    private static string Bare(string path) =>
        path.EndsWith(".Value", StringComparison.OrdinalIgnoreCase) ? path[..^".Value".Length] : path;
}
