using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Workflows.Expressions.Scripting;

/// <summary>
/// The templates most people write: text with values in it, each perhaps with a <c>default</c>. They are filled in here,
/// a hundred times faster than by the library, as long as the values are texts and whole numbers; for everything else
/// there is no answer, and the library gives it.
/// </summary>
internal sealed partial class PlainTemplate
{
    // In Liquid these are values, not names.
    private static readonly string[] Words = ["nil", "null", "true", "false", "empty", "blank"];

    private readonly Piece[] _pieces;

    private PlainTemplate(Piece[] pieces) => _pieces = pieces;

    /// <summary>Reads a template; null when it holds more than text and values.</summary>
    public static PlainTemplate? Read(string text)
    {
        if (text.Contains("{%", StringComparison.Ordinal))
        {
            return null;
        }

        var pieces = new List<Piece>();
        var from = 0;
        foreach (Match match in Value().Matches(text))
        {
            pieces.Add(new Piece(text[from..match.Index], PathOf(match), DefaultOf(match)));
            from = match.Index + match.Length;
        }

        pieces.Add(new Piece(text[from..], [], null));
        return pieces.Exists(piece =>
            piece.Text.Contains("{{", StringComparison.Ordinal) || piece.Path.Any(Words.Contains)
        )
            ? null
            : new PlainTemplate([.. pieces]);
    }

    /// <summary>Fills the template in; null when a value is not plain or the text would be too long.</summary>
    public string? Render(LiquidRoots roots, int maxLength)
    {
        var output = new StringBuilder();
        foreach (var piece in _pieces)
        {
            output.Append(piece.Text);
            if (piece.Path.Length > 0)
            {
                if (!TryText(roots, piece, out var value))
                {
                    return null;
                }

                output.Append(value);
            }
        }

        return output.Length <= maxLength ? output.ToString() : null;
    }

    private static bool TryText(LiquidRoots roots, Piece piece, out string? text)
    {
        text = null;
        if (!TryFind(roots, piece.Path, out var value))
        {
            return false;
        }

        text = value switch
        {
            null => piece.Default ?? "",
            string found when piece.Default is null || !string.IsNullOrWhiteSpace(found) => found,
            int or long when piece.Default is null => ((IFormattable)value).ToString(
                null,
                CultureInfo.InvariantCulture
            ),
            _ => null,
        };
        return text is not null;
    }

    private static bool TryFind(LiquidRoots roots, string[] path, out object? value)
    {
        value = roots.Find(path[0]);
        for (var i = 1; i < path.Length && value is not null; i++)
        {
            if (value is not LiquidMap map)
            {
                return false;
            }

            value = map[path[i]];
        }

        return true;
    }

    private static string[] PathOf(Match match) => match.Groups["path"].Value.Split('.');

    private static string? DefaultOf(Match match) =>
        match.Groups["default"] is { Success: true } text ? text.Value : null;

    [GeneratedRegex(
        """\{\{\s*(?<path>[A-Za-z_]\w*(\.[A-Za-z_]\w*)*)\s*(\|\s*default\s*:\s*(?<quote>['"])(?<default>[^'"|{}]*)['"]\s*)?\}\}""",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Value();

    private sealed record Piece(string Text, string[] Path, string? Default);
}
