using FsCheck;
using FsCheck.Fluent;
using Workflows.Expressions.Tests.Hostile;

namespace Workflows.Expressions.Tests.Fuzzing;

/// <summary>Texts of three kinds: any characters, pieces of a notation in any order, and known texts with some damage.</summary>
internal static class FuzzTexts
{
    private const int LongestSoup = 30;

    private static readonly string[] Letters =
    [
        "a",
        "b",
        "x",
        "0",
        "7",
        "_",
        " ",
        "\n",
        "\t",
        "\0",
        "\"",
        "'",
        "\\",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "<",
        ">",
        "=",
        "!",
        "+",
        "-",
        "*",
        "/",
        "%",
        "&",
        "|",
        "^",
        "~",
        "?",
        ":",
        ";",
        ",",
        ".",
        "@",
        "#",
        "$",
        "`",
        "上",
        "é",
        "\u202E",
        "\u200B",
        "\uFEFF",
        "\uD800",
        "\uDC00",
        "😀",
        "ｎ",
        "е",
    ];

    public static Gen<string> Of(IReadOnlyList<string> pieces, IReadOnlyList<string> known) =>
        Gen.Frequency(
            (2, Gen.Elements(Letters).ArrayOf(24).Select(string.Concat)),
            (4, Soup(pieces)),
            (4, Damaged(known, pieces))
        );

    /// <summary>The texts of a table of cases, as far as they are short.</summary>
    public static IEnumerable<string> Table(string path) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, path))
            .Where(line => !line.StartsWith("//", StringComparison.Ordinal) && line.Contains('⇒'))
            .Select(line => line.Split('⇒')[0].Trim())
            .Where(text => !text.Contains('×'))
            .Select(HostileText.Expand);

    private static Gen<string> Soup(IReadOnlyList<string> pieces) =>
        from count in Gen.Choose(1, LongestSoup)
        from words in Gen.Elements(pieces.ToArray()).ArrayOf(count)
        from isSpaced in Gen.Elements(true, false)
        select string.Join(isSpaced ? " " : "", words);

    private static Gen<string> Damaged(IReadOnlyList<string> known, IReadOnlyList<string> pieces) =>
        from text in Gen.Elements(known.ToArray())
        from other in Gen.Elements(known.ToArray())
        from piece in Gen.Elements(pieces.ToArray())
        from letter in Gen.Elements(Letters)
        from kind in Gen.Choose(0, 6)
        from at in Gen.Choose(0, Math.Max(0, text.Length))
        from length in Gen.Choose(0, Math.Max(0, text.Length - at))
        select kind switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, letter),
            2 => text.Insert(at, piece),
            3 => text[..at] + other[Math.Min(at, other.Length)..],
            4 => text.Insert(at, text.Substring(at, length)),
            5 => $"({text}) {piece} ({other})",
            _ => text[..at] + letter + text[Math.Min(text.Length, at + 1)..],
        };
}
