namespace Workflows.Marketing.Messaging;

/// <summary>The reason codes that the outbox itself gives; channels and limits have their own.</summary>
public static class ReasonCodes
{
    /// <summary>The contact opted out of the channel or the purpose.</summary>
    public const string OptedOut = "opted_out";

    /// <summary>The contact and the member of the staff in whose name it speaks are no friends any more.</summary>
    public const string RelationLost = "relation_lost";

    /// <summary>The contact unfollowed the account that would speak (S1-11).</summary>
    public const string Unfollowed = "unfollowed";

    /// <summary>Its links are to open later, and links are not tracked here: they would be open at once (S2-49).</summary>
    public const string LinksOpen = "links_not_closed";

    /// <summary>The message's time ran out before it could leave.</summary>
    public const string Expired = "expired";

    /// <summary>It was tried as often as the options allow.</summary>
    public const string GivenUp = "given_up";

    /// <summary>There is no channel of its name in this process.</summary>
    public const string UnknownChannel = "unknown_channel";

    /// <summary>Nobody did the task in time.</summary>
    public const string NotConfirmed = "not_confirmed";

    /// <summary>The journey or a person took it back.</summary>
    public const string Cancelled = "cancelled";
}
