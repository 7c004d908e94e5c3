namespace Workflows.Marketing.Channels.WeCom.MassMessages;

/// <summary>What became of a mass message at one recipient (<c>get_groupmsg_send_result</c>).</summary>
internal enum SendStatus
{
    /// <summary>The member has not confirmed yet.</summary>
    Unsent = 0,

    /// <summary>The recipient has it.</summary>
    Sent = 1,

    /// <summary>The customer is not a friend of the member.</summary>
    NotAFriend = 2,

    /// <summary>The customer has had as many mass messages as allowed.</summary>
    QuotaReached = 3,
}
