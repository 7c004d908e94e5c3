namespace Workflows.Marketing.Products;

/// <summary>The stable codes of what is wrong with a product.</summary>
public static class ProductCodes
{
    /// <summary>A text is missing or too long.</summary>
    public const string BadText = "PRD001";

    /// <summary>The product has no role, or one that there is not.</summary>
    public const string BadRole = "PRD002";

    /// <summary>There is no such parent.</summary>
    public const string NoParent = "PRD003";

    /// <summary>The product would be built around itself.</summary>
    public const string Circle = "PRD004";
}
