using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;
using Workflows.Marketing.Launches;
using Workflows.Marketing.Plays.GroupBuy;
using Workflows.Marketing.Plays.Referral;
using Workflows.Marketing.Recommending;
using Workflows.Marketing.Replying;
using Workflows.Marketing.Service.Orders;
using Workflows.Rules.Catalog;

namespace Workflows.Marketing.Backtesting;

/// <summary>What activities may ask for in a back-test: the rule sets, and nothing that reaches outside.</summary>
/// <param name="ruleSets">The rule sets.</param>
/// <param name="placement">Stores, staff and groups; null for none.</param>
/// <param name="contents">The contents; null where there are none.</param>
/// <param name="personas">The personas; null where they are not known.</param>
/// <param name="groupBuys">The teams that buy together; null for none.</param>
/// <param name="books">The orders of others; null for none.</param>
/// <param name="referral">The distributions; null for none.</param>
/// <param name="recommendations">What is recommended; null for nothing.</param>
/// <param name="distributions">What contents are given out by; null for none.</param>
internal sealed class ActivityServices(
    RuleSetCatalog ruleSets,
    ContactPlacement? placement = null,
    ContentShelf? contents = null,
    PersonaShelf? personas = null,
    GroupBuyDesk? groupBuys = null,
    ILaunchBooks? books = null,
    ReferralDesk? referral = null,
    RecommendationDesk? recommendations = null,
    DistributionDesk? distributions = null
) : IServiceProvider
{
    // Only what opens later is not shown as it is written.
    private static readonly LinkTracker Closed = new(new Uri("https://not-open-yet.invalid")) { OnlyClosed = true };

    private readonly LaunchDesk _desk = new(books ?? new MemoryLaunchBooks(), tenant: 1);

    private readonly ContactPlacement _placement = placement ?? ContactPlacement.InMemory();
    private readonly GroupBuyDesk _groupBuys = groupBuys ?? GroupBuyDesk.InMemory();
    private readonly WorkOrderDesk _workOrders = new(new MemoryWorkOrderStore(), new SessionRules(ruleSets), tenant: 1);

    private readonly ReferralDesk _referral = referral ?? ReferralDesk.InMemory(ruleSets);
    private readonly RecommendationDesk _recommendations = recommendations ?? RecommendationDesk.InMemory(ruleSets, []);

    private readonly ReplyDesk _replies = ReplyDesk.InMemory(ruleSets, contents?.Store);

    public object? GetService(Type serviceType) =>
        serviceType == typeof(RuleSetCatalog) ? ruleSets
        : serviceType == typeof(ContactPlacement) ? _placement
        : serviceType == typeof(ContentShelf) ? contents
        : serviceType == typeof(PersonaShelf) ? personas
        : serviceType == typeof(GroupBuyDesk) ? _groupBuys
        : serviceType == typeof(LinkTracker) ? Closed
        : serviceType == typeof(LaunchDesk) ? _desk
        : serviceType == typeof(ReferralDesk) ? _referral
        : serviceType == typeof(RecommendationDesk) ? _recommendations
        : serviceType == typeof(DistributionDesk) ? distributions
        : serviceType == typeof(ReplyDesk) ? _replies
        : serviceType == typeof(WorkOrderDesk) ? _workOrders
        : null;
}
