namespace Workflows.Marketing.Contacts;

/// <summary>The stable codes of what is wrong with pools, and with journeys by their pool.</summary>
public static class PoolCodes
{
    /// <summary>A journey speaks where the contacts of its pool are not at home (S3-37, S3-42).</summary>
    public const string OtherCarrier = "POL001";

    /// <summary>A journey of the nurturing pool sells in 1:1 chats (S3-43).</summary>
    public const string SellsOneToOne = "POL002";

    /// <summary>A group that ends would be where the contacts of a pool settle (S3-38).</summary>
    public const string PassingGroup = "POL003";

    /// <summary>There is no such pool.</summary>
    public const string Unknown = "POL004";

    /// <summary>A profile's carriers or sizes are not those there are.</summary>
    public const string BadProfile = "POL005";
}
