using System.Globalization;

namespace Workflows.Rules.Tables.Sheets;

/// <summary>Keeps spreadsheets from running cells: what would be a formula is written as text, and read back as it was.</summary>
internal static class FormulaGuard
{
    private const char Mark = '\'';

    public static string Write(string cell) => LooksLikeFormula(cell) || IsMarked(cell) ? Mark + cell : cell;

    public static string Read(string cell) => IsMarked(cell) ? cell[1..] : cell;

    private static bool IsMarked(string cell) =>
        cell.Length > 1 && cell[0] == Mark && (LooksLikeFormula(cell[1..]) || cell[1] == Mark);

    private static bool LooksLikeFormula(string cell) =>
        cell.Length > 1
        && HalfWidth.Of(cell[0]) is '=' or '+' or '-' or '@' or '\t' or '\r'
        && !decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
