namespace Workflows.Marketing.Places.Groups;

/// <summary>What a customer group is for. The numbers are stored: append, never renumber.</summary>
public enum GroupPurpose : short
{
    /// <summary>Customers stay: the community of a store, a region or a persona.</summary>
    Community = 1,

    /// <summary>Customers arrive and are led on; it ends (S3-38).</summary>
    Drainage = 2,

    /// <summary>One group-buy; it ends (S3-38).</summary>
    GroupBuy = 3,

    /// <summary>Some hours or days around one offer; it ends (S4-40).</summary>
    Flash = 4,

    /// <summary>Customers ask and are answered.</summary>
    Service = 5,
}
