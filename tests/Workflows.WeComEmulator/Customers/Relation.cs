namespace Workflows.WeComEmulator.Customers;

/// <summary>A member and a customer who are friends.</summary>
internal sealed class Relation(string userId, DateTimeOffset since)
{
    public string UserId { get; } = userId;
    public DateTimeOffset Since { get; } = since;
    public DateTimeOffset LastChatAt { get; set; } = since;
    public string? State { get; init; }
    public int AddWay { get; init; }
    public string OperUserId { get; init; } = userId;
    public string Remark { get; set; } = string.Empty;
    public string Description { get; set; } = string.Empty;
    public string? RemarkCompany { get; set; }
    public IReadOnlyList<string> RemarkMobiles { get; set; } = [];
    public SortedSet<string> Tags { get; } = new(StringComparer.Ordinal);
}
