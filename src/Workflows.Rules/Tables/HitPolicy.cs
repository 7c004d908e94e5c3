namespace Workflows.Rules.Tables;

/// <summary>Which of the rows that match a contact count.</summary>
public enum HitPolicy
{
    /// <summary>The first one, in the table's order.</summary>
    First,

    /// <summary>The only one: no two rows may match one contact.</summary>
    Unique,

    /// <summary>All of them, in the table's order.</summary>
    Collect,
}
