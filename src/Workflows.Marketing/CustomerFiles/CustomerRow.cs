namespace Workflows.Marketing.CustomerFiles;

/// <summary>One row of a customer file.</summary>
/// <param name="Row">The line in the file, from 1; the header is line 1.</param>
/// <param name="Customer">What the file calls the customer: the first column that holds an id or a name; null without one.</param>
/// <param name="Cells">The fields as they stand in the file.</param>
/// <param name="Values">The inputs of rules, in the order of <see cref="CustomerTable.Shape"/>; null for a bad row.</param>
/// <param name="Reason">Why the row is bad; null for a good one.</param>
public sealed record CustomerRow(
    long Row,
    string? Customer,
    IReadOnlyList<string> Cells,
    object?[]? Values,
    string? Reason
);
