using Workflows.Marketing.Content;

namespace Workflows.Storage.Content;

/// <summary>A content given out to the staff, and who used it (S1-40).</summary>
/// <param name="Distribution">What was given out to whom.</param>
/// <param name="Staff">What each of them did with it, in the order of their ids.</param>
public sealed record DistributionReport(ContentDistribution Distribution, IReadOnlyList<StaffAdoption> Staff)
{
    /// <summary>How many of them used it at least once.</summary>
    public int Used => Staff.Count(one => one.Uses > 0);

    /// <summary>The share of them who used it.</summary>
    public decimal AdoptionRate => Staff.Count == 0 ? 0m : Math.Round((decimal)Used / Staff.Count, 4);
}
