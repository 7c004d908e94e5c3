namespace Workflows.Rules.Tables;

/// <summary>The stable codes of everything that can be wrong with a decision table.</summary>
public static class TableDiagnosticCodes
{
    /// <summary>The text is no table: no header, no rows, a quotation mark that is never closed.</summary>
    public const string BrokenSheet = "TABLE001";

    /// <summary>A header that is neither a known word nor an expression over the inputs.</summary>
    public const string UnknownColumn = "TABLE002";

    /// <summary>A row has more cells than the header.</summary>
    public const string TooManyCells = "TABLE003";

    /// <summary>A cell does not follow the notation of cells.</summary>
    public const string CellSyntax = "TABLE004";

    /// <summary>A cell's value has another type than its column.</summary>
    public const string CellType = "TABLE005";

    /// <summary>A cell that no value can match, such as a range from 5 to 2.</summary>
    public const string CellMatchesNothing = "TABLE006";

    /// <summary>Two rows have one name.</summary>
    public const string DuplicateRow = "TABLE007";

    /// <summary>Two rows of a table with the policy unique match one contact.</summary>
    public const string Overlap = "TABLE008";

    /// <summary>Whether two rows of a table with the policy unique match one contact is not known.</summary>
    public const string OverlapUnclear = "TABLE009";

    /// <summary>A rule that no row can say.</summary>
    public const string NotARow = "TABLE010";

    /// <summary>A column is there twice, or cannot be there beside another one.</summary>
    public const string ColumnTwice = "TABLE011";
}
