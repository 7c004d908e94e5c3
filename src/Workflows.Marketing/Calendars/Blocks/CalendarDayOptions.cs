using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Calendars.Blocks;

/// <summary>Offers the days of the marketing calendar to designers.</summary>
/// <param name="desk">Where the calendar is.</param>
public sealed class CalendarDayOptions(CalendarDesk desk) : IInputOptions
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<InputOption>> ListAsync(CancellationToken cancellationToken)
    {
        await desk.RefreshAsync(cancellationToken);
        return [.. desk.Calendar.Days.Select(day => new InputOption($"{day.Zh} {day.En}", day.Code))];
    }
}
