using System.Text.RegularExpressions;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Content;

/// <summary>Finds the merge fields of a Liquid text.</summary>
internal static partial class MergeFieldReading
{
    public static IReadOnlyList<MergeField> Find(string template)
    {
        List<MergeField> fields = [];
        HashSet<string> asked = new(StringComparer.OrdinalIgnoreCase);
        foreach (Match part in Parts().Matches(template))
        {
            var words = Words().Matches(part.Value);
            var isTag = part.Value.StartsWith("{%", StringComparison.Ordinal);
            var hasDefault = words.Any(word => word.Groups["default"].Success);
            foreach (var word in words.Where(word => word.Groups["name"].Success))
            {
                var name = word.Groups["name"].Value;
                if (isTag)
                {
                    // Whoever writes {% if contact.city %} has thought of those who have none.
                    asked.Add(name);
                }

                var span = new SourceSpan(part.Index + word.Index, word.Length);
                fields.Add(new MergeField(name, span, hasDefault || asked.Contains(name)));
            }
        }

        return fields;
    }

    [GeneratedRegex(@"\{\{.*?\}\}|\{%.*?%\}", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Parts();

    // What stands in quotes is a text and nobody's name, unless it is the name in contact["city"].
    [GeneratedRegex(
        """\bcontact\s*(\.\s*attributes\s*)?(\.\s*(?<name>\w+)|\[\s*['"](?<name>[^'"]+)['"]\s*\])|(?<default>\|\s*default\b)|'[^']*'|"[^"]*["]""",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Words();
}
