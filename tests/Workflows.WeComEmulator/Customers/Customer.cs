using Workflows.WeComEmulator.Members;

namespace Workflows.WeComEmulator.Customers;

/// <summary>A person with WeChat.</summary>
internal sealed class Customer(string externalUserId, string name)
{
    private readonly Dictionary<string, Relation> _follows = [];

    public string ExternalUserId { get; } = externalUserId;
    public string Name { get; } = name;
    public int Gender { get; init; }
    public string UnionId { get; init; } = string.Empty;
    public string OpenId { get; init; } = string.Empty;
    public string? Mobile { get; init; }

    /// <summary>The members whose friend this customer is, by userid.</summary>
    public IReadOnlyDictionary<string, Relation> Follows => _follows;

    /// <summary>Friend requests that a member has not accepted yet.</summary>
    public Dictionary<string, FriendRequest> Requests { get; } = [];

    /// <summary>The relation that is pushed to when no sender is named: the member who chatted last.</summary>
    public Relation? Closest => Follows.Values.MaxBy(relation => relation.LastChatAt);

    public void Follow(Member member, Relation relation)
    {
        _follows[member.UserId] = relation;
        member.Customers[ExternalUserId] = this;
    }

    public bool Unfollow(Member member)
    {
        member.Customers.Remove(ExternalUserId);
        return _follows.Remove(member.UserId);
    }
}
