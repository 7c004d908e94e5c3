namespace Workflows.Marketing.Recommending;

/// <summary>What may be recommended: a product, or a content of the library.</summary>
/// <param name="Kind">One of the two.</param>
/// <param name="Id">The product's key, or the content's id.</param>
/// <param name="Name">What people call it.</param>
public sealed record Candidate(CandidateKind Kind, string Id, string Name)
{
    /// <summary>The product it is, or is about; null for a content about none.</summary>
    public string? Product { get; init; }

    /// <summary>The category, or null.</summary>
    public string? Category { get; init; }

    /// <summary>What the product is for in the range, for example <c>Profit</c>; null for a content about none that is known.</summary>
    public string? Role { get; init; }

    /// <summary>What a content speaks of, for example <c>knowledge</c>; null for products.</summary>
    public string? Theme { get; init; }

    /// <summary>What a content says, in Chinese where it does; null for products.</summary>
    public string? Text { get; init; }

    /// <summary>How journeys name it: a product by its key, a content with its version.</summary>
    public string Reference { get; init; } = Id;

    /// <summary>How many orders with the product the contact paid, as far as they were looked at.</summary>
    public int TimesBought { get; init; }

    /// <summary>How many orders with a product of this category the contact paid, as far as they were looked at.</summary>
    public int TimesBoughtOfCategory { get; init; }
}
