using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Workflows.WeComEmulator.Mail;

/// <summary>Reads a letter as servers write it: headers with encoded words, a text in base64, quoted-printable or as it is.</summary>
internal static partial class LetterReader
{
    public static (IReadOnlyDictionary<string, string> Headers, string Text) Read(string data)
    {
        var parts = data.ReplaceLineEndings("\n").Split("\n\n", 2);
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Folded().Replace(parts[0], " ").Split('\n'))
        {
            if (line.Split(':', 2) is [var name, var value])
            {
                headers.TryAdd(name.Trim(), Words(value.Trim()));
            }
        }

        return (
            headers,
            Body(parts.Length > 1 ? parts[1] : "", headers.GetValueOrDefault("Content-Transfer-Encoding"))
        );
    }

    private static string Body(string body, string? encoding) =>
        encoding?.Trim().ToLowerInvariant() switch
        {
            "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(body)),
            "quoted-printable" => Quoted(body.Replace("=\n", "", StringComparison.Ordinal)),
            _ => body,
        };

    // Between two encoded words blanks mean nothing: a long one was cut there.
    private static string Words(string value) =>
        Word()
            .Replace(
                Between().Replace(value, ""),
                word =>
                    word.Groups["how"].Value is "B" or "b"
                        ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["text"].Value))
                        : Quoted(word.Groups["text"].Value.Replace('_', ' '))
            );

    private static string Quoted(string text)
    {
        List<byte> bytes = [];
        for (var at = 0; at < text.Length; at++)
        {
            if (
                text[at] == '='
                && at + 2 < text.Length
                && byte.TryParse(
                    text.AsSpan(at + 1, 2),
                    NumberStyles.HexNumber,
                    CultureInfo.InvariantCulture,
                    out var value
                )
            )
            {
                bytes.Add(value);
                at += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes([text[at]]));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    [GeneratedRegex(@"\n[ \t]+", RegexOptions.None, 1_000)]
    private static partial Regex Folded();

    [GeneratedRegex(@"(?<=\?=)\s+(?==\?)", RegexOptions.None, 1_000)]
    private static partial Regex Between();

    [GeneratedRegex(@"=\?[\w-]+\?(?<how>[BbQq])\?(?<text>[^?]*)\?=", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Word();
}
