namespace Workflows.Marketing.CustomerFiles;

/// <summary>What the fields of a column hold.</summary>
internal enum CellKind
{
    /// <summary>True or false, yes or no, 是 or 否.</summary>
    Flag,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day, or a day with a time.</summary>
    Instant,

    /// <summary>Anything.</summary>
    Text,
}
