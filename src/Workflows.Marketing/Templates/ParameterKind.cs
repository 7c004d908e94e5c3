namespace Workflows.Marketing.Templates;

/// <summary>What the values of a parameter are.</summary>
public enum ParameterKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A number without decimals.</summary>
    Whole,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A time span, written <c>3.00:00:00</c> for three days.</summary>
    Duration,

    /// <summary>A time of day, written <c>15:00</c>.</summary>
    Time,

    /// <summary>One of some words.</summary>
    Choice,
}
