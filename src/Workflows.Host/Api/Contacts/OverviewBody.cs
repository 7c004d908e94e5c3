using Workflows.Marketing.Contacts;
using Workflows.Storage.Contacts;

namespace Workflows.Host.Api.Contacts;

/// <summary>Everything about a contact on one page.</summary>
internal sealed record OverviewBody(
    ContactBody Contact,
    string? Pool,
    string Stage,
    string? Persona,
    string? ExpertPersona,
    string? SalesPersona,
    bool IsReachable,
    IReadOnlyList<ReachBody> Reach,
    IReadOnlyCollection<TagMark> TagMarks,
    IReadOnlyCollection<RelationBody> Relations,
    IReadOnlyList<ConsentBody> Consents,
    IReadOnlyList<SeatBody> Groups,
    IReadOnlyList<OrderBody> Orders,
    int EventCount,
    IReadOnlyList<string> RunningJourneys,
    Page<TimelineEntry> Timeline
)
{
    public static OverviewBody From(ContactOverview overview) =>
        new(
            ContactBody.From(overview.Contact),
            overview.Contact.Pool,
            overview.Contact.Stage,
            overview.Contact.Persona,
            overview.Contact.ExpertPersona,
            overview.Contact.SalesPersona,
            overview.Contact.Relations.AnyExists,
            ReachBody.From(overview.Contact),
            overview.Contact.TagMarks,
            [.. overview.Contact.Relations.Select(RelationBody.From)],
            [.. overview.Consents.Select(ConsentBody.From)],
            [.. overview.Seats.Select(SeatBody.From)],
            [.. overview.Orders.Select(order => OrderBody.From(order, overview.Products))],
            overview.EventCount,
            overview.RunningJourneys,
            new Page<TimelineEntry>(overview.Timeline, overview.Next?.ToString())
        );
}
