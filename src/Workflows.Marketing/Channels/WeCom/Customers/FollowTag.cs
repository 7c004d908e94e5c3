namespace Workflows.Marketing.Channels.WeCom.Customers;

/// <summary>A tag on a customer: type 1 of the company, 2 of the member, 3 of a rule group.</summary>
internal sealed record FollowTag
{
    public string? GroupName { get; init; }

    public string? TagName { get; init; }

    /// <summary>Null for tags of the member's own.</summary>
    public string? TagId { get; init; }

    public int Type { get; init; }
}
