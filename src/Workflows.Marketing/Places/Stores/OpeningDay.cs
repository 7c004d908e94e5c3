namespace Workflows.Marketing.Places.Stores;

/// <summary>The hours of a day of the week.</summary>
/// <param name="Day">The day.</param>
/// <param name="Spans">When the store is open on it.</param>
public sealed record OpeningDay(DayOfWeek Day, IReadOnlyList<OpeningSpan> Spans);
