using Workflows.Marketing.Rollouts.Growth;

namespace Workflows.Host.Api.Rollouts;

/// <summary>A review of the company's stage.</summary>
/// <param name="Repurchase">Share of the customers who bought one product again, in percent.</param>
/// <param name="MultiCategory">Share of the customers with several categories, in percent.</param>
/// <param name="ToolShare">Which share of the work tools do, in percent.</param>
/// <param name="ChannelsNotReady">The channels whose sales staff is not capable yet.</param>
/// <param name="Pools">The pools the company works with; all of them unless given.</param>
/// <param name="Days">In how many days something has to have reached each pool; 30 unless given.</param>
/// <param name="Next">The stage asked for; absent to look only.</param>
/// <param name="Sponsor">Who answers for passing the gate unproven; only where it is passed over.</param>
/// <param name="Reason">Why; only where it is passed over.</param>
internal sealed record GrowthReview(
    double Repurchase,
    double MultiCategory,
    double ToolShare,
    IReadOnlyList<string>? ChannelsNotReady,
    IReadOnlyList<string>? Pools,
    int? Days,
    string? Next,
    string? Sponsor,
    string? Reason
)
{
    public GrowthFigures Figures =>
        new(Repurchase, MultiCategory, ToolShare)
        {
            ChannelsNotReady = ChannelsNotReady ?? [],
            Pools = Pools,
            Days = Days ?? 30,
        };
}
