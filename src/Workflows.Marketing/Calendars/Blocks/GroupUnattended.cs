using System.Globalization;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Calendars.Audiences;
using Workflows.Marketing.Calendars.Times;
using Workflows.Marketing.Places.Groups;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Calendars.Blocks;

/// <summary>
/// Begins the journey of a customer group in which nobody of the staff has said anything for some days (S1-06), once a silence: a group that is spoken in and
/// falls silent again begins again.
/// </summary>
[Activity(
    "Marketing",
    "Nurture",
    "Starts the journey of each customer group in which nobody of the staff has said anything for some days, once a silence.",
    DisplayName = "Group unattended",
    Icon = "group",
    Kind = ActivityKind.Trigger
)]
public sealed class GroupUnattended : CalendarTrigger
{
    private const int UsualDays = 3;
    private const int MostDays = 365;

    private static readonly string[] UsualPurposes = ["Community"];

    // Somebody who speaks is heard after this time at the latest.
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(15);

    /// <summary>How many days of silence. The default is 3.</summary>
    [Input(
        DisplayName = "Silent for (days)",
        Description = "After how many days without a word of the staff: a message that arrived in the group, or message.sent with the group that another system told.",
        DefaultValue = UsualDays,
        Minimum = 1,
        Maximum = MostDays,
        Category = "Calendar",
        Order = 60
    )]
    public Input<int> Days { get; set; } = new(UsualDays);

    /// <summary>Which groups, by purpose. The default is communities.</summary>
    [Input(
        DisplayName = "Group purpose",
        Description = "Which customer groups, by what they are for.",
        UIHint = InputUIHints.CheckList,
        Options = new[] { "Community", "Drainage", "GroupBuy", "Flash", "Service" },
        DefaultValue = new[] { "Community" },
        Category = "Calendar",
        Order = 62
    )]
    public Input<ICollection<string>> Purposes { get; set; } = new(UsualPurposes);

    /// <inheritdoc/>
    protected override async ValueTask PrepareAsync(TriggerIndexingContext context, CancellationToken cancellationToken)
    {
        if (DeskOf(context) is { } desk)
        {
            await desk.RefreshAsync(cancellationToken);
            await desk.RefreshSilencesAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    protected override DateTimeOffset? GetNextOccurrence(TriggerIndexingContext context, DateTimeOffset after)
    {
        var next = after + LookAgain;
        foreach (var silence in SilencesOf(context))
        {
            var end = silence.Since + Span(context);
            next = end > after && end < next ? end : next;
        }

        return next;
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Occasion> OccasionsAt(TriggerIndexingContext context, DateTimeOffset dueAt) =>
        [
            .. SilencesOf(context)
                .Where(silence => silence.Since + Span(context) <= dueAt)
                .Select(silence => OccasionOf(context, silence, dueAt)),
        ];

    /// <summary>No group stands for another: each silence is told.</summary>
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

    internal override IEnumerable<Diagnostic> Check(TriggerIndexingContext context)
    {
        if (context.Get(Days) is < 1 or > MostDays)
        {
            yield return Mistake("A silence of so many days is none.", $"Write a number of days from 1 to {MostDays}.");
        }
    }

    private protected override IReadOnlyList<Slot> SlotsOf(TriggerIndexingContext context) => [];

    private protected override Occasion? OccasionOn(
        TriggerIndexingContext context,
        TimeZoneInfo zone,
        DateOnly day,
        Slot slot,
        DateTimeOffset dueAt
    ) => null;

    private TimeSpan Span(TriggerIndexingContext context) =>
        TimeSpan.FromDays(Math.Clamp(context.Get(Days), 1, MostDays));

    private IEnumerable<GroupSilence> SilencesOf(TriggerIndexingContext context)
    {
        var purposes = context.Get(Purposes) ?? UsualPurposes;
        return (DeskOf(context)?.Silences ?? []).Where(silence =>
            purposes.Contains(silence.Group.Purpose.ToString(), StringComparer.OrdinalIgnoreCase)
        );
    }

    private static Occasion OccasionOf(TriggerIndexingContext context, GroupSilence silence, DateTimeOffset dueAt)
    {
        var since = silence.Since.ToUniversalTime();
        var zone = CalendarDesk.ZoneOf(context.Graph, DeskOf(context));
        var key = $"{silence.Group.Id}@{since.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}";
        return Tell(
            key,
            key,
            dueAt,
            DayTime.DayOf(dueAt, zone),
            zone,
            "Groups",
            ("group", silence.Group.Id),
            ("name", silence.Group.Name),
            ("purpose", silence.Group.Purpose.ToString()),
            ("silentSince", DayTime.DayOf(since, zone).ToString("O", CultureInfo.InvariantCulture)),
            ("silentDays", (int)(dueAt - since).TotalDays)
        );
    }
}
