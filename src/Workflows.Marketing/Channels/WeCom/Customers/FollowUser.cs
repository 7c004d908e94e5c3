namespace Workflows.Marketing.Channels.WeCom.Customers;

/// <summary>What connects one staff member with one customer.</summary>
internal sealed record FollowUser
{
    public required string Userid { get; init; }

    public string? Remark { get; init; }

    public string? Description { get; init; }

    /// <summary>Unix seconds.</summary>
    public long Createtime { get; init; }

    /// <summary>Tags with their names, as <c>get</c> gives them.</summary>
    public IReadOnlyList<FollowTag>? Tags { get; init; }

    /// <summary>Ids of tags, as <c>batch/get_by_user</c> gives them.</summary>
    public IReadOnlyList<string>? TagId { get; init; }

    public string? RemarkCorpName { get; init; }

    /// <summary>Phone numbers that the member wrote down: the only place WeCom has them.</summary>
    public IReadOnlyList<string>? RemarkMobiles { get; init; }

    public string? OperUserid { get; init; }

    /// <summary>How the customer was added; <see cref="AddWays"/> has the names.</summary>
    public int AddWay { get; init; }

    /// <summary>The contact way's <c>state</c>, at most 30 characters.</summary>
    public string? State { get; init; }
}
