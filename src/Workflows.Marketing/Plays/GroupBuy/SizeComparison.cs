using System.Globalization;
using Workflows.Marketing.Experiments;

namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>Which size of team is best (S2-30): teams are drawn into sizes, all members of one are in the same; what counts is the rate of success times the sales of a team.</summary>
/// <param name="Figures">How each size goes.</param>
public sealed record SizeComparison(IReadOnlyList<SizeFigures> Figures)
{
    /// <summary>The sizes as ways of an experiment: teams that are closed, and those of them that came together.</summary>
    public IReadOnlyList<ExperimentArm> Arms => [.. Figures.Select(Arm)];

    /// <summary>The size with the highest value, once its rate of success differs from the next one's by more than chance; null before.</summary>
    public int? Winner =>
        Figures.OrderByDescending(ValueOf).Take(2).ToList() is [var best, var next]
        && new ExperimentReport("size", [Arm(best), Arm(next)]).IsSignificant
            ? best.Size
            : null;

    /// <summary>Rate of success times sales of a team that came together: what a team of this size brings, those that fail included.</summary>
    public static decimal ValueOf(SizeFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var closed = figures.Succeeded + figures.Expired;
        return closed == 0 ? 0m : decimal.Round(figures.Sales / closed, 4);
    }

    /// <summary>The size of a new team: drawn by the team's id, the same for ever.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="sizes">The sizes that are compared; one for no comparison.</param>
    /// <param name="team">The team.</param>
    internal static int Draw(string campaign, IReadOnlyList<int> sizes, Guid team) =>
        sizes[(int)(ArmDraw.Of($"groupbuy/{campaign}", team) * sizes.Count)];

    private static ExperimentArm Arm(SizeFigures figures) =>
        new(
            figures.Size.ToString(CultureInfo.InvariantCulture),
            figures.Succeeded + figures.Expired,
            figures.Succeeded
        );
}
