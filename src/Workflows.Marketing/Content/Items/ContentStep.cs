namespace Workflows.Marketing.Content;

/// <summary>What is done with a version. The numbers are stored: append, never renumber.</summary>
public enum ContentStep : short
{
    /// <summary>It was written or changed.</summary>
    Write = 1,

    /// <summary>Its author is done with it.</summary>
    Submit = 2,

    /// <summary>It is good.</summary>
    Approve = 3,

    /// <summary>It is not, and the note says why.</summary>
    Refuse = 4,

    /// <summary>It must not be sent any more.</summary>
    Withdraw = 5,

    /// <summary>It may be sent again.</summary>
    Reinstate = 6,

    /// <summary>It was sent for the first time.</summary>
    Use = 7,
}
