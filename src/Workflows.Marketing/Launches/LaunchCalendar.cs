using System.Globalization;
using Workflows.Marketing.Calendars;
using Workflows.Marketing.Calendars.Times;
using Workflows.Marketing.Launches.Blocks;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Launches;

/// <summary>
/// When the phases of a launch are: days and times of its phase blocks, counted from the day its start block names. The same
/// for every run of a version, however late it begins, so that the sale opens for everybody at once (S2-49).
/// </summary>
/// <param name="graph">The journey.</param>
/// <param name="zone">Whose clocks the times are on.</param>
/// <param name="services">What inputs may ask for; null for nothing.</param>
internal sealed class LaunchCalendar(WorkflowGraph graph, TimeZoneInfo zone, IServiceProvider? services = null)
{
    private readonly TriggerIndexingContext _context = new(graph) { Services = services };

    /// <summary>The calendar of a running journey.</summary>
    public static LaunchCalendar Of(ActivityExecutionContext context)
    {
        var graph = context.Instance.Graph;
        return new LaunchCalendar(graph, CalendarDesk.ZoneOf(graph, context.GetService<CalendarDesk>()));
    }

    /// <summary>The day the launch begins; null where no block says so.</summary>
    public DateOnly? Start => Blocks<ScriptedLaunch>().Select(DayOf).FirstOrDefault(day => day is not null);

    /// <summary>When the launch begins; null where no block says so.</summary>
    public DateTimeOffset? Begin =>
        Blocks<ScriptedLaunch>().FirstOrDefault() is { } block
        && DayOf(block) is { } day
        && DayTime.Read(_context.Get(block.Time)) is { } time
            ? DayTime.At(day, time, zone)
            : null;

    /// <summary>When a phase begins; null where the launch has no such phase, or no first day.</summary>
    public DateTimeOffset? At(string phase) =>
        Blocks<LaunchPhase>().FirstOrDefault(block => PhaseOf(block) == LaunchPhases.Rank(phase)) is { } found
        && Start is { } start
            ? At(found, start)
            : null;

    /// <summary>When the phase of a block begins in a launch whose first day is given.</summary>
    public DateTimeOffset? At(LaunchPhase block, DateOnly start) =>
        DayTime.Read(_context.Get(block.Time)) is { } time
            ? DayTime.At(start.AddDays(_context.Get(block.Day)), time, zone)
            : null;

    /// <summary>The day that clocks show at an instant.</summary>
    public DateOnly DayOf(DateTimeOffset at) => DayTime.DayOf(at, zone);

    /// <summary>Reads <c>2026-03-02</c>; null for anything else.</summary>
    public static DateOnly? ReadDay(string? text) =>
        DateOnly.TryParseExact(
            text?.Trim(),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    private DateOnly? DayOf(ScriptedLaunch start) => ReadDay(_context.Get(start.FirstDay));

    private int PhaseOf(LaunchPhase block) => LaunchPhases.Rank(_context.Get(block.Phase)?.Trim());

    private IEnumerable<T> Blocks<T>()
        where T : Activity => graph.Nodes.Select(node => node.Activity).OfType<T>();
}
