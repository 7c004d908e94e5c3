namespace Workflows.Marketing.Channels.WeCom.Statistics;

/// <summary>What went on in the customer groups of one owner on one day, as WeCom counts it (群聊数据统计).</summary>
/// <param name="Owner">The owner, by user id.</param>
/// <param name="Day">The day, in China's time.</param>
public sealed record GroupDay(string Owner, DateOnly Day)
{
    /// <summary>Groups made on the day.</summary>
    public int NewGroups { get; init; }

    /// <summary>Groups there are.</summary>
    public int Groups { get; init; }

    /// <summary>Groups in which something was said.</summary>
    public int GroupsWithMessages { get; init; }

    /// <summary>Members who joined on the day.</summary>
    public int NewMembers { get; init; }

    /// <summary>Members there are.</summary>
    public int Members { get; init; }

    /// <summary>Members who said something.</summary>
    public int MembersWithMessages { get; init; }

    /// <summary>Messages in all groups.</summary>
    public int Messages { get; init; }
}
