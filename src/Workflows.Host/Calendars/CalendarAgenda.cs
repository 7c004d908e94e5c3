using Workflows.Host.Composition;
using Workflows.Marketing.Calendars;
using Workflows.Runtime.Triggers;
using Workflows.Storage.Calendars;

namespace Workflows.Host.Calendars;

/// <summary>The calendar as people look at it: what has run, what will run for whom, and the days that are marked.</summary>
internal sealed class CalendarAgenda(
    TriggerIndex triggers,
    OccasionLog log,
    CalendarDesk desk,
    TimeProvider clock,
    IServiceProvider services
)
{
    /// <summary>The longest span of days that is looked at.</summary>
    public const int MostDays = 366;

    private const int MostOccasions = 5_000;

    /// <summary>The calendar of some days.</summary>
    /// <param name="from">The first day, on the workspace's clocks.</param>
    /// <param name="to">The last day.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<CalendarBody> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        await desk.RefreshAsync(cancellationToken);
        var (begin, end) = (Start(from), Start(to.AddDays(1)));
        var now = clock.GetUtcNow();
        var past = await log.ListAsync(Tenants.Default, begin, end, MostOccasions, cancellationToken);
        var known = past.Select(one => (one.DefinitionId, one.ActivityId, one.Key)).ToHashSet();
        OccasionBody[] occasions =
        [
            .. past.Select(one => OccasionBody.Of(one, NameOf(one.DefinitionId))),
            .. Ahead(now > begin ? now : begin, end)
                .Where(one => !known.Contains((one.Entry.Graph.DefinitionId, one.Entry.ActivityId, one.Occasion.Key)))
                .DistinctBy(one => (one.Entry.Graph.DefinitionId, one.Entry.ActivityId, one.Occasion.Key))
                .Select(one => OccasionBody.Of(one.Entry, one.Occasion)),
        ];
        return new CalendarBody(
            from,
            to,
            desk.TimeZone.Id,
            [
                .. occasions
                    .OrderBy(one => one.DueAt)
                    .ThenBy(one => one.Journey, StringComparer.Ordinal)
                    .Take(MostOccasions),
            ],
            [.. Days(from, to)]
        );
    }

    /// <summary>Today, on the workspace's clocks.</summary>
    public DateOnly Today() =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), desk.TimeZone).DateTime);

    private IEnumerable<(TriggerEntry Entry, Occasion Occasion)> Ahead(DateTimeOffset from, DateTimeOffset until)
    {
        foreach (var entry in triggers.Schedules)
        {
            var at = entry.NextOccurrence(from.AddTicks(-1), services);
            while (at is { } time && time < until)
            {
                foreach (var occasion in entry.OccasionsAt(time, services))
                {
                    yield return (entry, occasion);
                }

                // A timer that is no calendar has no occasions to show, however often it comes.
                at = entry.Trigger is Runtime.Activities.OccasionTrigger ? entry.NextOccurrence(time, services) : null;
            }
        }
    }

    private IEnumerable<MarkedDayBody> Days(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            var isWorkday = desk.Calendar.IsWorkday(day);
            foreach (var marked in desk.Calendar.On(day))
            {
                yield return MarkedDayBody.Of(day, marked, isWorkday);
            }
        }
    }

    private string? NameOf(string definitionId) =>
        triggers
            .Graphs.FirstOrDefault(graph => graph.DefinitionId.Equals(definitionId, StringComparison.Ordinal))
            ?.Definition.Name;

    private DateTimeOffset Start(DateOnly day) => Marketing.Contacts.WorkspaceDay.Start(day, desk.TimeZone);
}
