namespace Workflows.Marketing.Backtesting;

/// <summary>What came of reading an order file: the orders in file order and everything that is wrong.</summary>
/// <param name="Orders">The readable orders.</param>
/// <param name="Errors">The bad rows, at most <see cref="OrderFile.MaxErrors"/> of them.</param>
/// <param name="BadRows">How many rows are bad, counted to the end of the file.</param>
/// <param name="HasHeader">Whether the header has all columns; without it nothing can be read.</param>
public sealed record OrderFileReading(
    IReadOnlyList<Order> Orders,
    IReadOnlyList<OrderFileError> Errors,
    int BadRows,
    bool HasHeader
)
{
    /// <summary>Whether the orders may be used: nothing is wrong, or only rows that the caller wants to leave out.</summary>
    public bool IsUsable(bool skipBad) => BadRows == 0 || (skipBad && HasHeader);
}
