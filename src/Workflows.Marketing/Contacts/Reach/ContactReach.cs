namespace Workflows.Marketing.Contacts;

/// <summary>Where a contact can be reached (S1-11).</summary>
public static class ContactReach
{
    /// <summary>The channel of the official account.</summary>
    public const string OfficialAccount = "official-account";

    private const string Friends = "wecom";
    private const string Marketing = "marketing";

    /// <summary>The channels on which contacts are spoken to in person, whether or not they are set up.</summary>
    public static IReadOnlyList<string> Channels { get; } = [Friends, OfficialAccount, "mini-program", "sms", "email"];

    /// <summary>Whether the contact can be reached on a channel, and why not. What ends every message goes before what ends marketing only.</summary>
    /// <param name="consents">What it wants and does not want.</param>
    /// <param name="relations">The staff it has to do with.</param>
    /// <param name="accounts">The accounts it follows or follows no more.</param>
    /// <param name="channel">The channel.</param>
    public static ReachState Of(
        ContactConsents consents,
        ContactRelations relations,
        IReadOnlyList<FollowMark> accounts,
        string channel
    )
    {
        ArgumentNullException.ThrowIfNull(consents);
        ArgumentNullException.ThrowIfNull(relations);
        ArgumentNullException.ThrowIfNull(channel);
        var isOfFriends = Is(channel, Friends);
        var follows = accounts.FirstOrDefault(mark => Is(mark.Channel, channel))?.IsFollowing;
        return isOfFriends && IsDeleted(relations) ? ReachState.Deleted
            : follows is false ? ReachState.Unfollowed
            : consents.Refuses(channel, Marketing) ? ReachState.OptedOut
            : follows is true || (isOfFriends && relations.AnyExists) || consents.Grants(channel, Marketing)
                ? ReachState.Ok
            : ReachState.Unknown;
    }

    /// <summary>The state as documents and rules write it: <c>ok</c>, <c>unknown</c>, <c>unfollowed</c>, <c>optedOut</c> or <c>deleted</c>.</summary>
    public static string WordOf(ReachState state) =>
        state switch
        {
            ReachState.Ok => "ok",
            ReachState.Unfollowed => "unfollowed",
            ReachState.OptedOut => "optedOut",
            ReachState.Deleted => "deleted",
            _ => "unknown",
        };

    private static bool IsDeleted(ContactRelations relations) =>
        !relations.AnyExists && relations.Any(relation => relation.State == RelationState.Lost);

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
