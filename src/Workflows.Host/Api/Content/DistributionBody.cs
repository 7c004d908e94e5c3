using Workflows.Storage.Content;

namespace Workflows.Host.Api.Content;

/// <summary>A content given out to the staff, and who used it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Content">The content with its version.</param>
/// <param name="At">When it was given out.</param>
/// <param name="By">Who gave it out.</param>
/// <param name="DueBy">Until when it is to be used, or null.</param>
/// <param name="Given">How many members of the staff got it.</param>
/// <param name="Used">How many of them used it.</param>
/// <param name="AdoptionRate">The share of them, 0 to 1.</param>
/// <param name="Staff">What each of them did with it.</param>
internal sealed record DistributionBody(
    string Id,
    string Content,
    DateTimeOffset At,
    string By,
    DateTimeOffset? DueBy,
    int Given,
    int Used,
    decimal AdoptionRate,
    IReadOnlyList<StaffAdoption> Staff
)
{
    public static DistributionBody From(DistributionReport report)
    {
        var given = report.Distribution;
        return new DistributionBody(
            given.Id,
            given.Content.ToString(),
            given.At,
            given.By,
            given.DueBy,
            report.Staff.Count,
            report.Used,
            report.AdoptionRate,
            report.Staff
        );
    }
}
