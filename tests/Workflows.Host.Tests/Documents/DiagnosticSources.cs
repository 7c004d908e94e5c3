using System.Text;
using System.Text.RegularExpressions;

namespace Workflows.Host.Tests.Documents;

/// <summary>The sentences that a room's sources say in diagnostics, with something in every place.</summary>
internal static partial class DiagnosticSources
{
    /// <summary>The sentences of the codes that begin as given; they stand behind the code in the same statement.</summary>
    /// <param name="room">The room's folder.</param>
    public static IEnumerable<(string File, string Sentence)> In(string room) =>
        from file in Directory.EnumerateFiles(room, "*.cs", SearchOption.AllDirectories)
        where !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
        from sentence in Sentences(File.ReadAllText(file))
        select (Path.GetFileName(file), sentence);

    internal static IEnumerable<string> Sentences(string source)
    {
        foreach (Match code in Code().Matches(source))
        {
            for (var at = code.Index + code.Length; at < source.Length && source[at] != ';'; at++)
            {
                if (source.AsSpan(at).StartsWith("\"\"\"", StringComparison.Ordinal))
                {
                    // A raw literal is an example, no sentence.
                    at = source.IndexOf("\"\"\"", at + 3, StringComparison.Ordinal) + 2;
                }
                else if (source[at] == '"')
                {
                    var isFilled = source[at - 1] == '$';
                    (var text, at) = Read(source, at + 1, isFilled);
                    if (text.Contains(' ', StringComparison.Ordinal) && text.EndsWith('.'))
                    {
                        yield return text;
                    }
                }
            }
        }
    }

    /// <summary>A literal from behind its quotation mark; a place of an interpolated one holds 7.</summary>
    private static (string Text, int End) Read(string source, int at, bool isFilled)
    {
        var text = new StringBuilder();
        for (; source[at] != '"'; at++)
        {
            if (source[at] == '\\')
            {
                text.Append(source[++at]);
            }
            else if (isFilled && source[at] == '{' && source[at + 1] == '{')
            {
                text.Append(source[++at]);
            }
            else if (isFilled && source[at] == '{')
            {
                at = Skip(source, at + 1);
                text.Append('7');
            }
            else
            {
                text.Append(source[at]);
            }
        }

        return (text.ToString(), at);
    }

    /// <summary>The brace that ends a place; literals and braces may stand in it.</summary>
    private static int Skip(string source, int at)
    {
        for (; source[at] != '}'; at++)
        {
            if (source[at] == '{')
            {
                at = Skip(source, at + 1);
            }
            else if (source[at] == '"')
            {
                at = Read(source, at + 1, source[at - 1] == '$').End;
            }
        }

        return at;
    }

    [GeneratedRegex("""\b(?!Reason)\w+Codes\.\w+,|"[A-Z]{3}[0-9]{3}",""", RegexOptions.None, 1_000)]
    private static partial Regex Code();
}
