namespace Workflows.Marketing.Channels.WeCom.Callbacks;

/// <summary>WeCom's own words for what happened, and ours for what a customer did.</summary>
public static class WeComEvents
{
    /// <summary>The source of all events that come from WeCom.</summary>
    public const string Source = "wecom";

    /// <summary>
    /// Customer and member of staff became friends; data: <c>staff</c>, and where known <c>state</c> (of the QR code or link),
    /// <c>add_way</c>, <c>welcome_code</c>.
    /// </summary>
    public const string FriendAdded = "wecom.friend_added";

    /// <summary>The customer added a member of staff who need not agree («免验证»); the customer may not know yet. Same data.</summary>
    public const string FriendHalfAdded = "wecom.friend_half_added";

    /// <summary>The remark, tags or profile of a friend changed; data: <c>staff</c>.</summary>
    public const string FriendEdited = "wecom.friend_edited";

    /// <summary>The customer deleted the member of staff; data: <c>staff</c>.</summary>
    public const string FriendLost = "wecom.friend_lost";

    /// <summary>The member of staff removed the customer; data: <c>staff</c>, <c>transferred</c>.</summary>
    public const string FriendRemoved = "wecom.friend_removed";

    /// <summary>
    /// The customer cannot be reached by this member of staff any more (S0-04); data: <c>staff</c>, and <c>by</c>:
    /// <c>customer</c>, <c>staff</c>, <c>transfer</c> or <c>unknown</c>.
    /// </summary>
    public const string RelationLost = "relation.lost";

    /// <summary>
    /// Customer and member of staff are friends, and nobody knows since when we might have known: found by the comparison with WeCom. Data as of
    /// <see cref="FriendAdded"/>, and <c>found_by</c>.
    /// </summary>
    public const string RelationAdded = "relation.added";

    /// <summary>
    /// What WeCom knows of the person, or a member of staff noted, is different; data: <c>staff</c>, <c>name</c>, <c>avatar</c>, <c>gender</c>,
    /// <c>type</c>, <c>company</c>, <c>remark</c>, <c>description</c>, <c>state</c>, <c>add_way</c>.
    /// </summary>
    public const string ProfileChanged = "wecom.profile_changed";

    /// <summary>A member of staff gave the customer one of the company's tags; data: <c>staff</c>, <c>tag</c>, <c>tag_id</c>.</summary>
    public const string TagGiven = "wecom.tag_given";

    /// <summary>A member of staff took one of the company's tags off the customer; same data.</summary>
    public const string TagTaken = "wecom.tag_taken";

    /// <summary>The member of staff has left the company, and the customer waits for another (S3-52); data: <c>staff</c>.</summary>
    public const string Unassigned = "wecom.unassigned";

    /// <summary>A transfer to another member of staff failed; data: <c>staff</c>, <c>reason</c>.</summary>
    public const string TransferFailed = "wecom.transfer_failed";

    /// <summary>The customer agreed that chats are archived; data: <c>staff</c>, <c>welcome_code</c>.</summary>
    public const string ArchiveAgreed = "wecom.archive_agreed";

    /// <summary>The customer joined a group; data: <c>group</c>, and where known <c>scene</c>, <c>state</c>.</summary>
    public const string GroupJoined = "group.joined";

    /// <summary>The customer left a group; data: <c>group</c>, and where known <c>scene</c>.</summary>
    public const string GroupLeft = "group.left";

    /// <summary>The customer liked a Moment of a member of staff; data: <c>staff</c>, <c>moment</c>.</summary>
    public const string MomentLiked = "wecom.moment_liked";

    /// <summary>The customer commented a Moment of a member of staff; same data. What was said WeCom does not tell.</summary>
    public const string MomentCommented = "wecom.moment_commented";

    /// <summary>The customer began to chat after coming by an acquisition link («获客助手»); data: <c>staff</c>, <c>link</c>, <c>state</c>.</summary>
    public const string LinkChatStarted = "wecom.link_chat_started";

    /// <summary>The customer asked to be added by an acquisition link; same data.</summary>
    public const string LinkFriendRequested = "wecom.link_friend_requested";

    internal const string ContactChange = "change_external_contact";
    internal const string GroupChange = "change_external_chat";
    internal const string TagChange = "change_external_tag";
    internal const string Acquisition = "customer_acquisition";
}
