namespace Workflows.Marketing.Rollouts;

/// <summary>What is written down of a pilot. The numbers are stored: append, never renumber.</summary>
public enum PilotStep : short
{
    /// <summary>It began, in its stores.</summary>
    Begun = 1,

    /// <summary>Its scorecard passed.</summary>
    Passed = 2,

    /// <summary>Its scorecard did not pass.</summary>
    Held = 3,

    /// <summary>Somebody of the headquarters let it go on all the same, and said why.</summary>
    Overridden = 4,
}
