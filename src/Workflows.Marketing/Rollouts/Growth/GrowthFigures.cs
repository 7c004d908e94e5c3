namespace Workflows.Marketing.Rollouts.Growth;

/// <summary>What a review of the company's stage goes by (S4-28, S4-42…46).</summary>
/// <param name="Repurchase">Share of the customers who bought one product again, in percent.</param>
/// <param name="MultiCategory">Share of the customers with several categories, in percent.</param>
/// <param name="ToolShare">Which share of the work tools do, in percent.</param>
public sealed record GrowthFigures(double Repurchase, double MultiCategory, double ToolShare)
{
    /// <summary>The channels whose sales staff is not capable yet; none where all are (S4-43).</summary>
    public IReadOnlyList<string> ChannelsNotReady { get; init; } = [];

    /// <summary>The pools the company works with; all of them unless given.</summary>
    public IReadOnlyList<string>? Pools { get; init; }

    /// <summary>In how many days before the review something has to have reached each pool; 1–366.</summary>
    /// <value>The default value is 30.</value>
    public int Days { get; init; } = 30;
}
