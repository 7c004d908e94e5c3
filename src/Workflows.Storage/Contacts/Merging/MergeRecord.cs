using System.Text.Json;
using Workflows.Storage.GroupBuy;

namespace Workflows.Storage.Contacts;

/// <summary>What a merge found and moved, so that it can be undone exactly.</summary>
internal sealed record MergeRecord
{
    /// <summary>The older contact as it was.</summary>
    public required ContactRow First { get; init; }

    /// <summary>The younger contact as it was.</summary>
    public required ContactRow Second { get; init; }

    /// <summary>The relations of both as they were.</summary>
    public required IReadOnlyList<RelationRow> Relations { get; init; }

    /// <summary>The seats of both as they were.</summary>
    public required IReadOnlyList<Places.SeatRow> Seats { get; init; }

    /// <summary>The names that were the younger one's.</summary>
    public required IReadOnlyList<ContactIdentityRow> Names { get; init; }

    /// <summary>The orders of both as they were.</summary>
    public IReadOnlyList<OrderRow> Orders { get; init; } = [];

    /// <summary>The ids of the younger one's events and words on consent, by source.</summary>
    public required IReadOnlyDictionary<string, string[]> Events { get; init; }

    /// <summary>The keys of the younger one's history.</summary>
    public required IReadOnlyList<string> History { get; init; }

    /// <summary>The numbers of the messages to the younger one.</summary>
    public required IReadOnlyList<long> Messages { get; init; }

    /// <summary>The journeys of the younger one.</summary>
    public required IReadOnlyList<Guid> Instances { get; init; }

    /// <summary>What of teams that buy together was the younger one's.</summary>
    public TeamMoves Teams { get; init; } = new();

    /// <summary>The younger one's memberships of distributions, by program.</summary>
    public IReadOnlyList<KeyValuePair<string, Guid>> Memberships { get; init; } = [];

    /// <summary>The work orders of the younger one.</summary>
    public IReadOnlyList<Guid> WorkOrders { get; init; } = [];

    /// <summary>The keys of the younger one's follow-up records.</summary>
    public IReadOnlyList<string> FollowUps { get; init; } = [];

    public static MergeRecord Read(string json) => JsonSerializer.Deserialize<MergeRecord>(json)!;

    public string Write() => JsonSerializer.Serialize(this);
}
