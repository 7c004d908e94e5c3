namespace Workflows.Marketing.Products;

/// <summary>What a product is for in the range (S2-18). The numbers are stored: append, never renumber.</summary>
public enum ProductRole : short
{
    /// <summary>Brings customers in (引流品); what acquires customers needs one (S3-22).</summary>
    Traffic = 1,

    /// <summary>Many know it and buy it (爆品).</summary>
    Hit = 2,

    /// <summary>Earns the money (利润品).</summary>
    Profit = 3,

    /// <summary>Just launched (新品).</summary>
    New = 4,

    /// <summary>Given away (赠品).</summary>
    Gift = 5,
}
