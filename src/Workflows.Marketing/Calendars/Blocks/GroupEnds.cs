using System.Globalization;
using Workflows.Marketing.Calendars.Audiences;
using Workflows.Marketing.Calendars.Times;
using Workflows.Marketing.Places.Groups;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Calendars.Blocks;

/// <summary>
/// Begins the journey of a customer group when its time is over (S3-38, S4-40), once, whoever set the end and whatever
/// happened to the servers: what it leads to dissolves the group or hands it over.
/// </summary>
[Activity(
    "Marketing",
    "Convert",
    "Starts the journey of each customer group whose end has come, once: to dissolve it or hand it over.",
    DisplayName = "Group ends",
    Icon = "group",
    Kind = ActivityKind.Trigger
)]
public sealed class GroupEnds : CalendarTrigger
{
    // An end that was set meanwhile is seen after this time at the latest.
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    protected override async ValueTask PrepareAsync(TriggerIndexingContext context, CancellationToken cancellationToken)
    {
        if (DeskOf(context) is { } desk)
        {
            await desk.RefreshAsync(cancellationToken);
            await desk.RefreshEndingsAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    protected override DateTimeOffset? GetNextOccurrence(TriggerIndexingContext context, DateTimeOffset after)
    {
        var next = after + LookAgain;
        foreach (var group in EndingsOf(context))
        {
            next = group.EndsAt > after && group.EndsAt < next ? group.EndsAt.Value : next;
        }

        return next;
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Occasion> OccasionsAt(TriggerIndexingContext context, DateTimeOffset dueAt) =>
        [.. EndingsOf(context).Where(group => group.EndsAt <= dueAt).Select(group => OccasionOf(context, group))];

    /// <summary>No group stands for another: each end that was missed is made up for.</summary>
    protected override (Misfire Policy, TimeSpan Tolerance) MisfireOf(TriggerIndexingContext context) =>
        (Misfire.RunEach, base.MisfireOf(context).Tolerance);

    /// <inheritdoc/>
    protected override async ValueTask<OccasionPage> FindAsync(
        OccasionSearch search,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(search);
        var id = search.Occasion.Input["group"] as string ?? "";
        return await Desk(search).Groups.FindAsync(search.Tenant, id, cancellationToken) is { IsActive: true } group
            ? new OccasionPage([PlaceAudience.GuestOf(search.Tenant, group)], null)
            : new OccasionPage([], null);
    }

    private protected override IReadOnlyList<Slot> SlotsOf(TriggerIndexingContext context) => [];

    private protected override Occasion? OccasionOn(
        TriggerIndexingContext context,
        TimeZoneInfo zone,
        DateOnly day,
        Slot slot,
        DateTimeOffset dueAt
    ) => null;

    private static IReadOnlyList<CustomerGroup> EndingsOf(TriggerIndexingContext context) =>
        DeskOf(context)?.Endings ?? [];

    private static Occasion OccasionOf(TriggerIndexingContext context, CustomerGroup group)
    {
        var end = group.EndsAt!.Value.ToUniversalTime();
        var zone = CalendarDesk.ZoneOf(context.Graph, DeskOf(context));
        var key = $"{group.Id}@{end.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}";
        return Tell(
            key,
            key,
            end,
            DayTime.DayOf(end, zone),
            zone,
            "Groups",
            ("group", group.Id),
            ("name", group.Name),
            ("purpose", group.Purpose.ToString())
        );
    }
}
