namespace Workflows.Marketing.Invites;

/// <summary>What inviters learn of those they invited.</summary>
public static class InviteEvents
{
    /// <summary>The source of these events.</summary>
    public const string Source = "invites";

    /// <summary>
    /// Somebody followed the contact's invitation; data: <c>campaign</c>, <c>by</c> (what they did, for example <c>group.joined</c>). Comes once for each
    /// invitee and campaign, whoever invited them first.
    /// </summary>
    public const string Accepted = "invite.accepted";

    /// <summary>Somebody who followed the contact's invitation paid an order; same data, once for each invitee and campaign.</summary>
    public const string Ordered = "invite.ordered";

    /// <summary>The attribute that counts a campaign's events of a type.</summary>
    internal static string CounterOf(string type, string campaign) =>
        $"{(type is Ordered ? "invite_orders" : "invited")}_{campaign}";
}
