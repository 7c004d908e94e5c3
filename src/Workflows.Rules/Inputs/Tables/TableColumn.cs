namespace Workflows.Rules.Inputs.Tables;

/// <summary>A column of a table whose rows are questions to a rule set.</summary>
/// <param name="Input">The input the column belongs to.</param>
/// <param name="Member">The input's member it fills, or null when the column is the input itself.</param>
/// <param name="Type">The type of its values.</param>
public sealed record TableColumn(string Input, string? Member, Type Type);
