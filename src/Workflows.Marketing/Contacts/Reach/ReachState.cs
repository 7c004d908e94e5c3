namespace Workflows.Marketing.Contacts;

/// <summary>Whether a contact can be reached on a channel, and why not (S1-11). Muting is told by no platform, so it is never more than unknown.</summary>
public enum ReachState
{
    /// <summary>Nothing was heard that says either.</summary>
    Unknown,

    /// <summary>It can.</summary>
    Ok,

    /// <summary>The contact unfollowed the account.</summary>
    Unfollowed,

    /// <summary>The contact wants no marketing there.</summary>
    OptedOut,

    /// <summary>No member of the staff is a friend of the contact any more.</summary>
    Deleted,
}
