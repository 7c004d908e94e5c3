using System.Text;
using System.Text.RegularExpressions;

namespace Workflows.Host.Tests.Documents;

/// <summary>The sentences that a room's sources say in diagnostics, with something in every place.</summary>
internal static partial class DiagnosticSources
{
    /// <summary>The sentences of the files that name a code.</summary>
    /// <param name="room">The room's folder.</param>
    public static IEnumerable<(string File, string Sentence)> In(string room) =>
        from file in Directory.EnumerateFiles(room, "*.cs", SearchOption.AllDirectories)
        where !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
        from sentence in Sentences(File.ReadAllText(file))
        select (Path.GetFileName(file), sentence);

    /// <summary>
    /// The sentences of a source that names a code. Those of an attribute are for the designer, and those of an exception
    /// without a code are for developers, unless the failure of an expression: authors see that.
    /// </summary>
    internal static IEnumerable<string> Sentences(string source) =>
        Code().IsMatch(source)
            ? Literals(source)
                .Where(literal => IsSentence(literal.Text) && !IsForOthers(literal.Before))
                .Select(literal => literal.Text)
            : [];

    internal static bool IsSentence(string text) => text.Contains(' ', StringComparison.Ordinal) && text.EndsWith('.');

    private static bool IsForOthers(string before) =>
        Attribute().IsMatch(before) || (Exception().IsMatch(before) && !Code().IsMatch(before));

    /// <summary>The literals of a source, each with what stands before it in its statement.</summary>
    internal static IEnumerable<(string Text, string Before)> Literals(string source)
    {
        var statement = 0;
        for (var at = 0; at < source.Length; at++)
        {
            if (source.AsSpan(at).StartsWith("//", StringComparison.Ordinal))
            {
                at = source.IndexOf('\n', at);
            }
            else if (source.AsSpan(at).StartsWith("\"\"\"", StringComparison.Ordinal))
            {
                // A raw literal is an example, no sentence.
                at = source.IndexOf("\"\"\"", at + 3, StringComparison.Ordinal) + 2;
            }
            else if (source[at] == '"')
            {
                var before = source[statement..at];
                (var text, at) = Read(source, at);
                yield return (text, before);
            }
            else if (source[at] == '\'')
            {
                at = EndOfLetter(source, at);
            }
            else if (source[at] is ';' or '{' or '}')
            {
                statement = at;
            }
        }
    }

    /// <summary>A literal from its quotation mark on; a place of an interpolated one holds 7.</summary>
    private static (string Text, int End) Read(string source, int at)
    {
        var isFilled = source[at - 1] == '$' || source[(at - 2)..at] is "$@";
        var isVerbatim = source[at - 1] == '@' || source[(at - 2)..at] is "@$";
        var text = new StringBuilder();
        for (at++; source[at] != '"' || (isVerbatim && source[at + 1] == '"'); at++)
        {
            if (IsEscape(source, at, isFilled, isVerbatim))
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

    private static bool IsEscape(string source, int at, bool isFilled, bool isVerbatim) =>
        source[at] switch
        {
            '\\' => !isVerbatim,
            '"' => isVerbatim,
            '{' or '}' => isFilled && source[at + 1] == source[at],
            _ => false,
        };

    /// <summary>The brace that ends a place; literals and braces may stand in it.</summary>
    private static int Skip(string source, int at)
    {
        for (; source[at] != '}'; at++)
        {
            at = source[at] switch
            {
                '{' => Skip(source, at + 1),
                '"' => Read(source, at).End,
                '\'' => EndOfLetter(source, at),
                _ => at,
            };
        }

        return at;
    }

    private static int EndOfLetter(string source, int at) =>
        source.IndexOf('\'', at + (source[at + 1] == '\\' ? 3 : 2));

    [GeneratedRegex("""\b(?!Reason)\w+Codes\.\w+,|"[A-Z]{3}[0-9]{3}",""", RegexOptions.None, 1_000)]
    private static partial Regex Code();

    [GeneratedRegex(@"\b(?!ExpressionException)\w*Exception\(", RegexOptions.None, 1_000)]
    private static partial Regex Exception();

    [GeneratedRegex(@"^\s*\[\w+\(", RegexOptions.Multiline, 1_000)]
    private static partial Regex Attribute();
}
