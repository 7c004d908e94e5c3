using Workflows.Marketing.Contacts;
using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Products;

namespace Workflows.Storage.Contacts;

/// <summary>Everything about a contact on one page (S3-50).</summary>
/// <param name="Contact">What is remembered of it.</param>
/// <param name="Consents">What it said about messages, with proof.</param>
/// <param name="Seats">Its places in groups.</param>
/// <param name="Orders">Its orders, newest first; those of which only a refund was heard come last.</param>
/// <param name="Products">What is known of the products in these orders.</param>
/// <param name="EventCount">How many events there are.</param>
/// <param name="RunningJourneys">The journeys it is in, by name.</param>
/// <param name="Timeline">What happened, newest first: one page.</param>
/// <param name="Next">Where the next page begins; null behind the last one.</param>
public sealed record ContactOverview(
    ContactState Contact,
    IReadOnlyList<ConsentEntry> Consents,
    IReadOnlyList<GroupSeat> Seats,
    IReadOnlyList<KnownOrder> Orders,
    IReadOnlyList<Product> Products,
    int EventCount,
    IReadOnlyList<string> RunningJourneys,
    IReadOnlyList<TimelineEntry> Timeline,
    TimelineCursor? Next
);
