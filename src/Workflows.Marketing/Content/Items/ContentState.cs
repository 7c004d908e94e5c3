namespace Workflows.Marketing.Content;

/// <summary>Where a version stands (S3-60). The numbers are stored: append, never renumber.</summary>
public enum ContentState : short
{
    /// <summary>It is being written; the only state in which it can be changed.</summary>
    Draft = 1,

    /// <summary>Somebody looks at it.</summary>
    Review = 2,

    /// <summary>It may be sent.</summary>
    Approved = 3,

    /// <summary>It was sent, and may be sent again.</summary>
    Used = 4,

    /// <summary>It may not be sent any more.</summary>
    Withdrawn = 5,
}
