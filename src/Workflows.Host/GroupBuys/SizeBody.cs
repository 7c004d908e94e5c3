using Workflows.Marketing.Experiments;
using Workflows.Marketing.Plays.GroupBuy;

namespace Workflows.Host.GroupBuys;

/// <summary>How the teams of one size go.</summary>
/// <param name="Size">The size.</param>
/// <param name="Open">Teams that are open.</param>
/// <param name="Succeeded">Teams that came together.</param>
/// <param name="Expired">Teams that did not.</param>
/// <param name="Rate">The share of closed teams that came together; absent without any.</param>
/// <param name="Low">Where the true share begins, with 95 % confidence.</param>
/// <param name="High">Where it ends.</param>
/// <param name="Seats">Seats that are taken.</param>
/// <param name="NewCustomers">Different new customers that others brought.</param>
/// <param name="Sales">What was sold.</param>
/// <param name="Value">Rate times the sales of a team that came together.</param>
internal sealed record SizeBody(
    int Size,
    int Open,
    int Succeeded,
    int Expired,
    double? Rate,
    double? Low,
    double? High,
    int Seats,
    int NewCustomers,
    decimal Sales,
    decimal Value
)
{
    public static SizeBody From(SizeFigures figures, ExperimentArm arm) =>
        new(
            figures.Size,
            figures.Open,
            figures.Succeeded,
            figures.Expired,
            arm.Rate,
            arm.Interval?.Low,
            arm.Interval?.High,
            figures.Seats,
            figures.NewCustomers,
            figures.Sales,
            SizeComparison.ValueOf(figures)
        );
}
