namespace Workflows.Marketing.Contacts;

/// <summary>What of a contact changed. The numbers are stored: append, never renumber.</summary>
public enum HistoryKind : short
{
    /// <summary>The pool it settles in.</summary>
    Pool = 1,

    /// <summary>How close it is.</summary>
    Stage = 2,

    /// <summary>The persona that speaks to it.</summary>
    Persona = 3,

    /// <summary>A tag was put on or taken off.</summary>
    Tag = 4,

    /// <summary>The customer group it was led to.</summary>
    Group = 5,

    /// <summary>The member of the staff who was chosen for it.</summary>
    Staff = 6,

    /// <summary>An attribute.</summary>
    Attribute = 7,

    /// <summary>Another contact became one with it, or was taken apart from it again.</summary>
    Merge = 8,

    /// <summary>The arm of an experiment it was drawn into: the experiment before, the arm after.</summary>
    Experiment = 9,

    /// <summary>An invitation of its own it was given: the campaign before, the code after.</summary>
    Invitation = 10,

    /// <summary>All that is kept of it was handed out; by whom says the line.</summary>
    Export = 11,
}
