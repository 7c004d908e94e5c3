namespace Workflows.Marketing.Places.Groups;

/// <summary>A customer group chat.</summary>
/// <param name="Id">The chat id in WeCom; 1–64 characters.</param>
/// <param name="Name">1–100 characters.</param>
public sealed record CustomerGroup(string Id, string Name)
{
    /// <summary>The most members WeCom lets a customer group have.</summary>
    public const int MostMembers = 500;

    /// <summary>What the group is for.</summary>
    /// <value>A community unless given.</value>
    public GroupPurpose Purpose { get; init; } = GroupPurpose.Community;

    /// <summary>The store the group belongs to, or null for a group of no store.</summary>
    public string? StoreId { get; init; }

    /// <summary>Whom the group is for, for example <c>baby-0-6</c>, or null for everybody; at most 64 characters.</summary>
    public string? Persona { get; init; }

    /// <summary>Groups of one family exclude each other: a contact sits in one of them (S0-28). Null for none.</summary>
    public string? Family { get; init; }

    /// <summary>The member of the staff who owns the chat, or null.</summary>
    public string? OwnerId { get; init; }

    /// <summary>The bot that looks after the chat, or null.</summary>
    public string? BotId { get; init; }

    /// <summary>How many members fit, the staff's own included.</summary>
    /// <value>200 unless given: from there on WeCom admits by invitation only.</value>
    public int Capacity { get; init; } = 200;

    /// <summary>How many members there are, the staff's own included, as the platform last told.</summary>
    public int Members { get; init; }

    /// <summary>When the group is dissolved or handed over, or null when it stays.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>Whether the group takes customers; a dissolved one stays on record.</summary>
    public bool IsActive { get; init; } = true;
}
