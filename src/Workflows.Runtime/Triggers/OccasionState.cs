namespace Workflows.Runtime.Triggers;

/// <summary>How an occasion went. The numbers are stored: append, never renumber.</summary>
public enum OccasionState : short
{
    /// <summary>It ran when it was due.</summary>
    OnTime = 1,

    /// <summary>It was missed and ran late.</summary>
    Late = 2,

    /// <summary>It was missed and left out.</summary>
    Skipped = 3,
}
