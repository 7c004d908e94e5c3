namespace Workflows.Marketing.Channels.WeCom;

/// <summary>Reason codes of the channel that are no error codes of WeCom; those are <c>wecom_</c> and their number.</summary>
public static class WeComReasons
{
    /// <summary>The contact has no external_userid.</summary>
    public const string NoIdentity = "wecom_no_identity";

    /// <summary>The message names no sender, and WeCom needs one.</summary>
    public const string NoSender = "wecom_no_sender";

    /// <summary>The channel does not speak on this carrier.</summary>
    public const string Carrier = "wecom_carrier";

    /// <summary>WeCom does not take the content: too long, too many attachments, a file that is not there.</summary>
    public const string Content = "wecom_content";

    /// <summary>WeCom left the recipient out of the task: not a customer of the sender, or not a group of theirs.</summary>
    public const string LeftOut = "wecom_left_out";

    /// <summary>The customer is not a friend of the sender (any more).</summary>
    public const string NotAFriend = "wecom_not_a_friend";

    /// <summary>The customer has had as many mass messages as WeCom or the company allows.</summary>
    public const string QuotaReached = "wecom_quota";
}
