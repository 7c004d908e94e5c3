using Workflows.Marketing.Plays.GroupBuy;

namespace Workflows.Host.GroupBuys;

/// <summary>How a campaign goes.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="IsOpen">Whether new teams can be opened: a published journey has the campaign.</param>
/// <param name="Sizes">By size of team.</param>
/// <param name="Winner">The best size, once it is better than the next by more than chance.</param>
/// <param name="NewCustomers">New customers that others brought, over all sizes.</param>
/// <param name="Sales">What was sold, over all sizes.</param>
internal sealed record CampaignBody(
    string Campaign,
    bool IsOpen,
    IReadOnlyList<SizeBody> Sizes,
    int? Winner,
    int NewCustomers,
    decimal Sales
)
{
    public static CampaignBody From(string campaign, bool isOpen, IReadOnlyList<SizeFigures> figures)
    {
        var comparison = new SizeComparison(figures);
        return new CampaignBody(
            campaign,
            isOpen,
            [.. figures.Zip(comparison.Arms, SizeBody.From)],
            comparison.Winner,
            figures.Sum(size => size.NewCustomers),
            figures.Sum(size => size.Sales)
        );
    }
}
