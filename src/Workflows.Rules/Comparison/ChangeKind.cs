namespace Workflows.Rules.Comparison;

/// <summary>What can change between two versions of a rule set.</summary>
public enum ChangeKind
{
    /// <summary>A rule is new.</summary>
    Added,

    /// <summary>A rule is gone.</summary>
    Removed,

    /// <summary>A rule has another name and says the same.</summary>
    Renamed,

    /// <summary>A rule is asked earlier or later than before.</summary>
    Moved,

    /// <summary>A value in a condition, or a parameter, is another one.</summary>
    Threshold,

    /// <summary>A condition is another one.</summary>
    Condition,

    /// <summary>A condition is written in another way and holds for the same contacts.</summary>
    Reworded,

    /// <summary>The success event is another one.</summary>
    Event,

    /// <summary>The output is another one.</summary>
    Output,

    /// <summary>Something else about a rule is another: its error message, whether it takes part.</summary>
    Other,
}
