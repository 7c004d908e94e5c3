using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Calendars.Times;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Calendars.Blocks;

/// <summary>
/// What all calendar blocks have in common: at some times of day they look whether the day is one of theirs, and start the
/// journey for each of those whom it concerns.
/// </summary>
public abstract class CalendarTrigger : OccasionTrigger
{
    /// <summary>The code of the mistakes that these blocks find in themselves.</summary>
    internal const string MistakeCode = "CAL010";

    private protected CalendarTrigger() { }

    /// <summary>What becomes of days that were missed because no server ran. The default is RunOnce.</summary>
    [Input(
        DisplayName = "When missed",
        Description = "What becomes of times that were missed because no server ran: Skip leaves them out, RunOnce runs the last one late, RunEach runs each one late.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "RunOnce", "Skip", "RunEach" },
        DefaultValue = "RunOnce",
        Category = "Calendar",
        Order = 90
    )]
    public Input<string> Missed { get; set; } = new("RunOnce");

    /// <summary>How much later than due still counts as on time. The default is 30 minutes.</summary>
    [Input(
        DisplayName = "Late after",
        Description = "How much later than due still counts as on time.",
        DefaultValue = "00:30:00",
        Minimum = "00:00:00",
        Category = "Calendar",
        Order = 91
    )]
    public Input<TimeSpan> LateAfter { get; set; } = new(TimeSpan.FromMinutes(30));

    /// <summary>The day that came: its name, date, time and place.</summary>
    [Output(Description = "What came round: name, date, slot, and the group or store it is for.")]
    public Output<object>? Occasion { get; set; }

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.IsTriggerOfWorkflow())
        {
            throw new FaultException("NotAStart", "A calendar begins journeys; it cannot stand inside of one.");
        }

        if (context.Captures(Occasion))
        {
            context.Set(Occasion, new Dictionary<string, object?>(context.WorkflowInput, StringComparer.Ordinal));
        }

        await context.EnrolAsync();
        await LeaveAsync(context);
    }

    /// <inheritdoc/>
    protected override ValueTask PrepareAsync(TriggerIndexingContext context, CancellationToken cancellationToken) =>
        DeskOf(context) is { } desk ? desk.RefreshAsync(cancellationToken) : default;

    /// <inheritdoc/>
    protected override (Misfire Policy, TimeSpan Tolerance) MisfireOf(TriggerIndexingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return (
            Enum.TryParse<Misfire>(context.Get(Missed), ignoreCase: true, out var policy) ? policy : Misfire.RunOnce,
            context.Get(LateAfter)
        );
    }

    /// <inheritdoc/>
    protected override DateTimeOffset? GetNextOccurrence(TriggerIndexingContext context, DateTimeOffset after) =>
        TimetableOf(context).Next(after);

    /// <inheritdoc/>
    protected override IReadOnlyList<Occasion> OccasionsAt(TriggerIndexingContext context, DateTimeOffset dueAt) =>
        [
            .. TimetableOf(context)
                .At(dueAt)
                .Select(one => OccasionOn(context, one.Zone, one.Day, one.Slot, dueAt))
                .OfType<Occasion>(),
        ];

    internal ValueTask LookUpAsync(TriggerIndexingContext context, CancellationToken cancellationToken) =>
        PrepareAsync(context, cancellationToken);

    /// <summary>Everything an author should be told before the journey is published.</summary>
    internal virtual IEnumerable<Diagnostic> Check(TriggerIndexingContext context) => [];

    /// <summary>The times of day at which it looks.</summary>
    private protected abstract IReadOnlyList<Slot> SlotsOf(TriggerIndexingContext context);

    /// <summary>What there is to do on a day; null when it is an ordinary one.</summary>
    private protected abstract Occasion? OccasionOn(
        TriggerIndexingContext context,
        TimeZoneInfo zone,
        DateOnly day,
        Slot slot,
        DateTimeOffset dueAt
    );

    /// <summary>Whether the times are those of each store's clocks.</summary>
    private protected virtual bool IsInStoreTime(TriggerIndexingContext context) => false;

    /// <summary>How the block is left.</summary>
    private protected virtual ValueTask LeaveAsync(ActivityExecutionContext context) => context.CompleteActivityAsync();

    /// <summary>The desk of the host; null outside of one.</summary>
    private protected static CalendarDesk? DeskOf(TriggerIndexingContext context) =>
        context.Services?.GetService(typeof(CalendarDesk)) as CalendarDesk;

    /// <summary>The desk of the host.</summary>
    private protected static CalendarDesk Desk(OccasionSearch search) =>
        DeskOf(search.Context) ?? throw new InvalidOperationException("Calendars need a host.");

    /// <summary>An occasion with what every journey is told of it.</summary>
    private protected static Occasion Tell(
        string key,
        string series,
        DateTimeOffset dueAt,
        DateOnly day,
        TimeZoneInfo zone,
        string runsFor,
        params (string Name, object? Value)[] more
    )
    {
        var input = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["date"] = day.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            ["timeZone"] = zone.Id,
            ["runsFor"] = runsFor,
        };
        foreach (var (name, value) in more)
        {
            input[name] = value;
        }

        return new Occasion(key, series, dueAt) { Input = input };
    }

    /// <summary>A mistake in this block.</summary>
    private protected Diagnostic Mistake(string message, string? remedy = null) =>
        new(MistakeCode, message, Id, Remedy: remedy);

    private Timetable TimetableOf(TriggerIndexingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var desk = DeskOf(context);
        return new Timetable(
            SlotsOf(context),
            IsInStoreTime(context) && desk is not null ? desk.Zones : [CalendarDesk.ZoneOf(context.Graph, desk)]
        );
    }
}
