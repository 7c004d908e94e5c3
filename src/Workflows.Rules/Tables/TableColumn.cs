namespace Workflows.Rules.Tables;

/// <summary>One column of a decision table.</summary>
/// <param name="Kind">What its cells are.</param>
/// <param name="Header">The header as it is written, such as <c>Orders [contact.PaidOrderCount]</c>.</param>
/// <param name="Expression">What the cells of an input column test; the name of a named output; empty otherwise.</param>
public sealed record TableColumn(ColumnKind Kind, string Header, string Expression = "");
