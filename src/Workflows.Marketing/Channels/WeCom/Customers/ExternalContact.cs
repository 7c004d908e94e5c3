namespace Workflows.Marketing.Channels.WeCom.Customers;

/// <summary>A customer as WeCom knows them.</summary>
internal sealed record ExternalContact
{
    public required string ExternalUserid { get; init; }

    public string? Name { get; init; }

    public string? Position { get; init; }

    public string? Avatar { get; init; }

    public string? CorpName { get; init; }

    public string? CorpFullName { get; init; }

    /// <summary>1 WeChat user, 2 WeCom user.</summary>
    public int Type { get; init; }

    /// <summary>0 unknown, 1 male, 2 female.</summary>
    public int Gender { get; init; }

    public string? Unionid { get; init; }
}
