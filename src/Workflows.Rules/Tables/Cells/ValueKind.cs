namespace Workflows.Rules.Tables.Cells;

/// <summary>What kind of values a column tests.</summary>
internal enum ValueKind
{
    Number,
    WholeNumber,
    Text,
    Flag,

    /// <summary>An instant with its offset.</summary>
    Instant,

    /// <summary>A date with a time, without offset.</summary>
    Time,
    Day,
    Duration,

    /// <summary>A list of texts; a text in a cell asks whether the list has it.</summary>
    List,
    Other,
}
