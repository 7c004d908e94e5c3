using System.Globalization;

namespace Workflows.Marketing.Backtesting;

/// <summary>One thing wrong with an order file.</summary>
/// <param name="Row">The line in the file, from 1; the header is line 1.</param>
/// <param name="Column">The column, or null when the row as a whole is wrong.</param>
/// <param name="Reason">What is wrong, in one sentence.</param>
public sealed record OrderFileError(int Row, string? Column, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() =>
        Column is null
            ? string.Create(CultureInfo.InvariantCulture, $"row {Row}: {Reason}")
            : string.Create(CultureInfo.InvariantCulture, $"row {Row}, {Column}: {Reason}");
}
