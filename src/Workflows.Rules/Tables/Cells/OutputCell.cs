using System.Globalization;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Rules.Tables.Cells;

/// <summary>Reads the cells of output columns: a value, a word, or a lambda expression.</summary>
internal static class OutputCell
{
    /// <summary>The expression of the output; null where there is none.</summary>
    /// <param name="cell">A number, <c>true</c>, a text with or without quotation marks, or an expression (in braces where it could be taken for a text).</param>
    /// <param name="inputs">The names of the inputs: a word that is one of them is no text.</param>
    public static string? Read(string cell, IReadOnlyCollection<string> inputs)
    {
        var plain = Sheets.HalfWidth.Of(cell).Trim();
        if (CellWords.IsAnything(plain))
        {
            return null;
        }

        if (plain[0] == '{' && plain[^1] == '}')
        {
            return cell.Trim()[1..^1].Trim();
        }

        if (plain[0] is '"')
        {
            return CellReader.Read(cell, ValueKind.Text) is CellTest.Comparison { Literal: CellLiteral.Text text }
                ? LambdaQuote.Of(text.Value)
                : throw NotOneText(cell);
        }

        return
            decimal.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            || plain is "true" or "false" or "null"
            || inputs.Contains(plain, StringComparer.OrdinalIgnoreCase)
            || !IsWords(plain)
            ? plain
            : LambdaQuote.Of(cell.Trim());
    }

    /// <summary>Words are letters and digits of any language, joined by blanks, hyphens and underscores.</summary>
    private static bool IsWords(string text) =>
        text.All(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_');

    private static CellException NotOneText(string cell) =>
        new(
            TableDiagnosticCodes.CellSyntax,
            "An output is one value.",
            new SourceSpan(0, cell.Length),
            "Put an expression into braces: { … }."
        );
}
