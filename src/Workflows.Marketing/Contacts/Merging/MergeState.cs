namespace Workflows.Marketing.Contacts;

/// <summary>How far the case of two contacts who may be one has come. The numbers are stored: append, never renumber.</summary>
public enum MergeState : short
{
    /// <summary>Nobody has looked at it yet.</summary>
    Open = 1,

    /// <summary>A person has to decide.</summary>
    Proposed = 2,

    /// <summary>They stay two.</summary>
    Refused = 3,

    /// <summary>They are one.</summary>
    Merged = 4,

    /// <summary>They were one, and were taken apart again.</summary>
    Unmerged = 5,
}
