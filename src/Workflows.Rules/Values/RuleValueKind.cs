namespace Workflows.Rules.Values;

/// <summary>What kind of value a rule set answers.</summary>
public enum RuleValueKind
{
    /// <summary>No value: no rule holds, or the one that holds has no output, or its output is empty.</summary>
    Nothing,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A day or an instant.</summary>
    Date,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A list of values.</summary>
    List,

    /// <summary>Values by name.</summary>
    Record,
}
