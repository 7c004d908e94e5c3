namespace Workflows.Rules.Tables;

/// <summary>What the cells of a column are.</summary>
public enum ColumnKind
{
    /// <summary>Tests of the column's expression.</summary>
    Input,

    /// <summary>Whole conditions, in the lambda notation.</summary>
    Condition,

    /// <summary>The success event of the row.</summary>
    Event,

    /// <summary>The output of the row: a value, or a lambda expression that gives one.</summary>
    Output,

    /// <summary>A remark for people.</summary>
    Note,
}
