namespace Workflows.Marketing.Contacts;

/// <summary>The event types the contact itself understands; every other type only wakes journeys.</summary>
public static class ContactEventTypes
{
    /// <summary>
    /// The contact paid an order; data: optional <c>order</c> (its number; the event's id unless there), <c>quantity</c> (pieces),
    /// <c>amount</c> (currency units) and <c>lines</c>: <c>[{"sku","quantity","amount","name"}]</c>.
    /// </summary>
    public const string OrderPaid = "order.paid";

    /// <summary>
    /// Money of an order was given back; data: <c>order</c> (the number of an order of the same source) and optional <c>amount</c>
    /// (currency units; all of it unless there).
    /// </summary>
    public const string OrderRefunded = "order.refunded";

    /// <summary>The contact joined the pool.</summary>
    public const string Joined = "contact.joined";

    /// <summary>
    /// A file says what the contact is; data: optional <c>attributes</c> (an object), <c>tags</c> and <c>without</c> (texts: tags it
    /// gets and loses) and <c>joinedAt</c>.
    /// </summary>
    public const string Imported = "contact.imported";

    /// <summary>
    /// The contact wants no more messages; data: optional <c>channel</c> and <c>purpose</c>, absent means all; and for the proof
    /// optional <c>source</c>, <c>textVersion</c>, <c>staff</c>.
    /// </summary>
    public const string OptedOut = "contact.opted-out";

    /// <summary>The contact agrees to messages, or takes an <see cref="OptedOut"/> back; same data.</summary>
    public const string OptedIn = "contact.opted-in";

    /// <summary>The contact and a member of the staff became friends; data: <c>staff</c>.</summary>
    public const string RelationAdded = "relation.added";

    /// <summary>The same, as WeCom tells it.</summary>
    public const string FriendAdded = "wecom.friend_added";

    /// <summary>
    /// A member of the staff cannot reach the contact any more (S0-04); data: <c>staff</c> and <c>by</c>: <c>customer</c>, <c>staff</c>,
    /// <c>transfer</c> or <c>unknown</c>.
    /// </summary>
    public const string RelationLost = "relation.lost";

    /// <summary>The contact follows the company's account (S1-11); data: optional <c>channel</c>, <c>official-account</c> unless given.</summary>
    public const string AccountFollowed = "oa.followed";

    /// <summary>The contact follows it no more; same data.</summary>
    public const string AccountUnfollowed = "oa.unfollowed";

    /// <summary>
    /// The contact followed a tracked link; data: <c>link</c> (its code), <c>target</c>, <c>template</c>, <c>content</c>, <c>journey</c>.
    /// </summary>
    public const string ContentClicked = "content.clicked";

    /// <summary>
    /// A member of the staff said a content of the library to the contact by hand, for example a script from the sidebar; data:
    /// <c>content</c> (with its version) and <c>staff</c>.
    /// </summary>
    public const string ContentUsed = "content.used";

    /// <summary>The contact joined a customer group; data: <c>group</c>.</summary>
    public const string GroupJoined = "group.joined";

    /// <summary>The contact left a customer group; data: <c>group</c>.</summary>
    public const string GroupLeft = "group.left";

    /// <summary>
    /// The contact approved subscribe messages; data: <c>template</c> (its id at WeChat), optional <c>channel</c> (<c>mini-program</c>
    /// unless given, or <c>official-account</c>) and <c>count</c> (1 unless given, 100 at most).
    /// </summary>
    public const string SubscriptionGranted = "subscription.granted";
}
