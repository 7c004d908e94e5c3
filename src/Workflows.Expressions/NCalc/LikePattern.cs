using System.Text;

namespace Workflows.Expressions.NCalc;

/// <summary>SQL's pattern matching: % for any text, _ for one character, \ before either for itself.</summary>
internal static class LikePattern
{
    /// <summary>Matches without backtracking further than the last %, so that no pattern takes long.</summary>
    public static bool Matches(string text, string pattern, bool ignoreCase)
    {
        var parts = Parse(pattern);
        int at = 0,
            part = 0,
            star = -1,
            mark = 0;
        while (at < text.Length)
        {
            if (part < parts.Count && parts[part].Kind is PartKind.Any)
            {
                (star, mark) = (part++, at);
            }
            else if (part < parts.Count && Fits(parts[part], text[at], ignoreCase))
            {
                part++;
                at++;
            }
            else if (star >= 0)
            {
                (part, at) = (star + 1, ++mark);
            }
            else
            {
                return false;
            }
        }

        return parts.Skip(part).All(rest => rest.Kind is PartKind.Any);
    }

    public static string Escape(string text)
    {
        var output = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            output.Append(letter is '%' or '_' or '\\' ? "\\" : "").Append(letter);
        }

        return output.ToString();
    }

    private static bool Fits(Part part, char letter, bool ignoreCase) =>
        part.Kind is PartKind.One
        || part.Letter == letter
        || (ignoreCase && char.ToUpperInvariant(part.Letter) == char.ToUpperInvariant(letter));

    private static List<Part> Parse(string pattern)
    {
        var parts = new List<Part>(pattern.Length);
        for (var at = 0; at < pattern.Length; at++)
        {
            var isEscaped = pattern[at] == '\\' && at + 1 < pattern.Length && pattern[at + 1] is '%' or '_' or '\\';
            parts.Add(
                pattern[isEscaped ? ++at : at] switch
                {
                    '%' when !isEscaped => new Part(PartKind.Any, '%'),
                    '_' when !isEscaped => new Part(PartKind.One, '_'),
                    var letter => new Part(PartKind.Letter, letter),
                }
            );
        }

        return parts;
    }

    private enum PartKind
    {
        Letter,
        One,
        Any,
    }

    private readonly record struct Part(PartKind Kind, char Letter);
}
