using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Workflows.Runtime.Designer;

/// <summary>
/// The translations an assembly brings for its activities: an embedded resource <c>Texts-zh.json</c> (any culture's name) maps the English text of
/// an attribute to the translated one. A key <c>Elsa.For.Start</c> (type and member) wins where a word alone would be ambiguous.
/// </summary>
internal sealed class DesignerTexts
{
    private static readonly ConcurrentDictionary<(Assembly, string), Dictionary<string, string>?> Files = new();

    private readonly List<Dictionary<string, string>> _translations = [];

    /// <summary>Chooses the translations for a culture: those of the assembly first, then the runtime's own.</summary>
    public DesignerTexts(CultureInfo culture, Assembly? assembly = null)
    {
        foreach (var source in new[] { assembly, typeof(DesignerTexts).Assembly }.OfType<Assembly>().Distinct())
        {
            for (var one = culture; one.Name.Length > 0; one = one.Parent)
            {
                if (Files.GetOrAdd((source, one.Name), Load) is { } file)
                {
                    _translations.Add(file);
                }
            }
        }
    }

    /// <summary>The translation of a text; the text itself where nobody translated it.</summary>
    /// <param name="text">The English text.</param>
    /// <param name="context">Where it stands, for example <c>Elsa.For.Start</c>; null for anywhere.</param>
    public string Of(string text, string? context = null) => Find(context) ?? Find(text) ?? text;

    /// <summary>As <see cref="Of"/>, for texts that may be missing.</summary>
    public string? OfOptional(string? text) => string.IsNullOrEmpty(text) ? null : Of(text);

    private string? Find(string? key)
    {
        if (key is not null)
        {
            foreach (var file in _translations)
            {
                if (file.TryGetValue(key, out var translated))
                {
                    return translated;
                }
            }
        }
        return null;
    }

    private static Dictionary<string, string>? Load((Assembly Assembly, string Culture) key)
    {
        var name = Array.Find(
            key.Assembly.GetManifestResourceNames(),
            resource => resource.EndsWith($"Texts-{key.Culture}.json", StringComparison.OrdinalIgnoreCase)
        );
        if (name is null)
        {
            return null;
        }
        using var stream = key.Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream);
    }
}
