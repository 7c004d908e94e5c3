namespace Workflows.Marketing.Messaging;

/// <summary>How a message ended; every message ends with exactly one. The numbers are stored: append, never renumber.</summary>
public enum SendOutcome : short
{
    /// <summary>The other side has it.</summary>
    Sent = 1,

    /// <summary>It cannot be shown that it was received: the member did not confirm in time, or no answer ever came.</summary>
    Unconfirmed = 2,

    /// <summary>The platform says that its quota is used up.</summary>
    QuotaReached = 3,

    /// <summary>The customer and the staff member are not connected, or not any more.</summary>
    NotAFriend = 4,

    /// <summary>A limit, the contact's consent or the channel refused it.</summary>
    Refused = 5,

    /// <summary>Given up: a dead letter, kept for a person to look at.</summary>
    Failed = 6,

    /// <summary>The journey or a person took it back.</summary>
    Cancelled = 7,

    /// <summary>Its time ran out before it could be sent.</summary>
    Expired = 8,
}
