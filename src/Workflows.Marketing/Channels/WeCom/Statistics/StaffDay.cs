namespace Workflows.Marketing.Channels.WeCom.Statistics;

/// <summary>What a member of staff did with customers on one day, as WeCom counts it (联系客户统计).</summary>
/// <param name="Staff">The member, by user id.</param>
/// <param name="Day">The day, in China's time.</param>
public sealed record StaffDay(string Staff, DateOnly Day)
{
    /// <summary>Chats in which something was said.</summary>
    public int Chats { get; init; }

    /// <summary>Messages the member sent.</summary>
    public int Messages { get; init; }

    /// <summary>Of 100 chats that customers began, in how many the member answered; null where none was begun.</summary>
    public decimal? RepliedPercent { get; init; }

    /// <summary>Minutes to the first answer, on average.</summary>
    public int MinutesToReply { get; init; }

    /// <summary>Customers who deleted or blocked the member.</summary>
    public int NegativeFeedbacks { get; init; }

    /// <summary>Friend requests the member sent.</summary>
    public int Applications { get; init; }

    /// <summary>Customers who became friends of the member.</summary>
    public int NewContacts { get; init; }
}
