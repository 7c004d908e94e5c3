using Workflows.WeComEmulator.Corp;

namespace Workflows.WeComEmulator.Groups;

/// <summary>A customer group chat.</summary>
internal sealed class CustomerGroup(string chatId, string name, string owner, DateTimeOffset createdAt)
{
    private readonly Dictionary<string, GroupMember> _members = [];

    public string ChatId { get; } = chatId;
    public string Name { get; set; } = name;
    public string Owner { get; set; } = owner;
    public string Notice { get; set; } = string.Empty;
    public DateTimeOffset CreatedAt { get; } = createdAt;

    /// <summary>0 in order, 1 its owner has left, 2 being inherited, 3 inherited.</summary>
    public int Status { get; set; }

    /// <summary>How many people it holds, members of the company included.</summary>
    public int Capacity { get; init; } = 200;

    public string Version { get; private set; } = "0";

    /// <summary>The welcome template that the owner applied in the client.</summary>
    public string? WelcomeTemplate { get; set; }

    /// <summary>When the group was handed over on the job, for the rule of two times in 90 days.</summary>
    public List<DateTimeOffset> Handovers { get; } = [];

    public IEnumerable<GroupMember> Members => _members.Values;

    public bool IsFull => _members.Count >= Capacity;

    public int Count => _members.Count;

    public bool Has(string id) => _members.ContainsKey(id);

    public void Add(GroupMember member, Ids ids)
    {
        _members[member.Id] = member;
        Version = ids.Next(string.Empty, 32);
    }

    public bool Remove(string id, Ids ids)
    {
        Version = ids.Next(string.Empty, 32);
        return _members.Remove(id);
    }
}
