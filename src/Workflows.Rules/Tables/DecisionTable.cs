using Workflows.Rules.Model;

namespace Workflows.Rules.Tables;

/// <summary>
/// A decision table: one rule a row. A row matches when all its input cells do; what it says is its event, its output,
/// or both.
/// </summary>
/// <remarks>Cells are kept as people wrote them; what they mean is worked out when the table is compiled.</remarks>
public sealed record DecisionTable
{
    /// <summary>The name of the rule set the table compiles to.</summary>
    public required string Name { get; init; }

    /// <summary>Which of the matching rows count.</summary>
    public HitPolicy Policy { get; init; }

    /// <summary>The columns in their order, without the one that names the rows.</summary>
    public required IReadOnlyList<TableColumn> Columns { get; init; }

    /// <summary>The rows in their order.</summary>
    public required IReadOnlyList<TableRow> Rows { get; init; }

    /// <summary>How a rule set that was made from a table is read; null for one that was not.</summary>
    public static HitPolicy? PolicyOf(RuleSet ruleSet)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        return TableProperties.PolicyOf(ruleSet);
    }

    /// <summary>The place of the first of <see cref="Columns"/> in the sheet, from 0; the names of the rows may come before it.</summary>
    internal int FirstColumn { get; init; } = 1;
}
